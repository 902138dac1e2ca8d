// Commands that change the organisation's tree.
import { type Component, isZone } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { personExists } from '../../store/queries/assignees.ts';
import {
  ancestorsOf,
  findComponent,
  insertComponent,
  listAllComponents,
  updateComponent,
} from '../../store/queries/components.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { findWorkCalendar } from '../../store/queries/work-calendars.ts';
import type { Db } from '../../store/schema.ts';
import { movesAfter } from '../calendars/find-moves.ts';
import { recount } from '../calendars/recount-days.ts';
import { followChange } from '../hand-over/follow-change.ts';
import { standingsBelow } from '../hand-over/standings.ts';
import { isHolidayRegion } from './calendars.ts';
import { requireTag } from './component-tag.ts';
import { ownIdOf } from './own-calendars.ts';
import { tellOfClosing } from './tell-of-closing.ts';

/** A zone that nobody knows would make every due instant of the component fail. */
function requireZone({ zone }: Component): void {
  if (zone === null || isZone(zone)) return;
  const detail = `${zone} is not a time zone. Use a name such as Europe/Berlin.`;
  throw new ProblemError('invalid', `${detail} Nothing was changed.`, {
    errors: [{ pointer: '/zone', detail }],
  });
}

/** A place that nobody knows would have no holidays at all. */
async function requireHolidayRegion(db: Db, { holidayRegion }: Component): Promise<void> {
  if (holidayRegion === null || isHolidayRegion(holidayRegion)) return;
  const own = ownIdOf(holidayRegion);
  if (own !== null && (await findWorkCalendar(db, own))) return;
  const detail = `The public holidays of ${holidayRegion} are not known. Use a country or one of its regions, such as DE or US-NY.`;
  throw new ProblemError('invalid', `${detail} Nothing was changed.`, {
    errors: [{ pointer: '/holidayRegion', detail }],
  });
}

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

/** A task for whom nobody knows would wait for ever. */
async function requirePeople(
  db: Db,
  given: Pick<Partial<Component>, 'ownerId' | 'managerId' | 'secondManagerId'>,
): Promise<void> {
  const errors: { pointer: string; detail: string }[] = [];
  for (const key of ['ownerId', 'managerId', 'secondManagerId'] as const) {
    const id = given[key];
    if (id && !(await personExists(db, id)))
      errors.push({ pointer: `/${key}`, detail: `There is no person ${id}. Create the person first.` });
  }
  if (errors.length > 0)
    throw new ProblemError('invalid', 'Whoever answers for a component must be known; nothing was changed.', {
      errors,
    });
}

function requireActiveTime({ activeFrom, activeTo }: Component): void {
  if (!activeFrom || !activeTo || activeFrom <= activeTo) return;
  throw new ProblemError('invalid', 'The component would end before it begins; nothing was changed.', {
    errors: [{ pointer: '/activeTo', detail: `Use ${activeFrom} or a later day.` }],
  });
}

async function record(
  db: Db,
  { before, after }: { before: Component | null; after: Component },
  { at, actor, action, recounted }: { at: string; actor: Actor; action: string; recounted?: object },
): Promise<void> {
  const { id } = after;
  const detail = { ...changeOf(before, after), ...recounted };
  await appendAudit(db, { at, actor: actor.id, action, resource: `component/${id}`, detail });
  await appendFeed(db, { at, type: 'component.changed', componentId: id });
}

/** @throws ProblemError conflict when the id is taken, invalid when the parent or a person is unknown. */
export async function createComponent(
  { store, clock, ids }: Deps,
  actor: Actor,
  given: NewComponent,
): Promise<Component> {
  const component: Component = {
    id: given.id ?? ids.next('cmp'),
    kind: given.kind,
    name: given.name,
    parentId: given.parentId ?? null,
    ownerId: given.ownerId ?? null,
    managerId: given.managerId ?? null,
    secondManagerId: given.secondManagerId ?? null,
    zone: given.zone ?? null,
    holidayRegion: given.holidayRegion ?? null,
    activeFrom: given.activeFrom ?? null,
    activeTo: given.activeTo ?? null,
  };
  requireZone(component);
  requireActiveTime(component);
  return store.commit(async (db) => {
    await requireHolidayRegion(db, component);
    if (await findComponent(db, component.id))
      throw new ProblemError('conflict', `The id ${component.id} is taken; choose another.`);
    await requireParent(db, component);
    await requirePeople(db, component);
    const at = clock.now();
    await insertComponent(db, component, { at, by: actor.id });
    await record(db, { before: null, after: component }, { at, actor, action: 'component.create' });
    return component;
  });
}

const answersDiffer = (a: Component, b: Component): boolean =>
  a.parentId !== b.parentId || a.ownerId !== b.ownerId || a.managerId !== b.managerId;

/** @throws ProblemError not-found, or conflict when the component would come to be below itself. */
export async function readChange(
  db: Db,
  id: string,
  patch: Partial<Component>,
): Promise<{ component: Component; changed: Component }> {
  const component = await findComponent(db, id);
  if (!component) throw notFound('component');
  const changed = { ...component, ...patch, id };
  requireZone(changed);
  await requireHolidayRegion(db, changed);
  requireActiveTime(changed);
  await requireParent(db, changed);
  await requirePeople(db, patch);
  return { component, changed };
}

export interface ComponentChange {
  id: string;
  patch: Partial<Component>;
  /** Open tasks and timers that count working days are counted again by the calendar that holds then. */
  isRecounting: boolean;
  /** The tag that it was read with. */
  ifMatch?: string | undefined;
}

/** @throws ProblemError as `readChange` does; stale when it is not as it was read. */
export async function changeComponent(
  deps: Deps,
  actor: Actor,
  { id, patch, isRecounting, ifMatch }: ComponentChange,
): Promise<Component> {
  return deps.store.commit(async (db) => {
    const at = deps.clock.now();
    const components = isRecounting ? await listAllComponents(db) : null;
    const { component, changed } = await readChange(db, id, patch);
    requireTag(component, ifMatch);
    const before = answersDiffer(component, changed) ? await standingsBelow(db, id) : null;
    await updateComponent(db, changed, { at, by: actor.id });
    const moves = components && (await movesAfter(deps, db, components));
    const recounted = moves && (await recount(db, moves, { at, seed: deps.ids.next('chg') }));
    await record(
      db,
      { before: component, after: changed },
      { at, actor, action: 'component.change', ...(recounted && { recounted }) },
    );
    await tellOfClosing(deps, db, { before: component, after: changed, at });
    if (before) await followChange(deps, db, { componentId: id, before, actor: actor.id, at });
    return changed;
  });
}
