// Commands that change the organisation's tree.
import type { Component } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { notFound, ProblemError } from '../problem.ts';
import { ancestorsOf, findComponent, insertComponent, updateComponent } from '../store/queries/components.ts';
import type { Db } from '../store/schema.ts';

type NewComponent = Pick<Component, 'kind' | 'name'> & Partial<Component>;

async function requireParent(db: Db, component: Component): Promise<void> {
  if (component.parentId === null) return;
  if (!(await findComponent(db, component.parentId))) {
    throw new ProblemError(
      'invalid',
      `There is no component ${component.parentId} to put it under; nothing was changed.`,
      {
        errors: [{ pointer: '/parentId', detail: 'Choose a component that exists.' }],
      },
    );
  }
  const above = [
    component.parentId,
    ...(await ancestorsOf(db, component.parentId)).map((ancestor) => ancestor.id),
  ];
  if (above.includes(component.id)) {
    throw new ProblemError('conflict', 'A component cannot be below itself; nothing was changed.', {
      errors: [{ pointer: '/parentId', detail: `${component.parentId} is ${component.id} or below it.` }],
    });
  }
}

/** @throws ProblemError conflict when the id is taken, invalid when the parent is unknown. */
export async function createComponent({ store, clock, ids }: Deps, given: NewComponent): Promise<Component> {
  const component: Component = {
    id: given.id ?? ids.next('cmp'),
    kind: given.kind,
    name: given.name,
    parentId: given.parentId ?? null,
    ownerId: given.ownerId ?? null,
    managerId: given.managerId ?? null,
    zone: given.zone ?? null,
    holidayRegion: given.holidayRegion ?? null,
  };
  return store.commit(async (db) => {
    if (await findComponent(db, component.id))
      throw new ProblemError('conflict', `The id ${component.id} is taken; choose another.`);
    await requireParent(db, component);
    await insertComponent(db, component, clock.now());
    return component;
  });
}

/** @throws ProblemError not-found, or conflict when the component would come to be below itself. */
export async function changeComponent(
  { store }: Deps,
  id: string,
  patch: Partial<Component>,
): Promise<Component> {
  return store.commit(async (db) => {
    const component = await findComponent(db, id);
    if (!component) throw notFound('component');
    const changed = { ...component, ...patch, id };
    await requireParent(db, changed);
    await updateComponent(db, changed);
    return changed;
  });
}
