// Changes many components at once, as an import does. What follows is followed once: from the topmost of those that
// changed, since a change above moves the work below as well.
import type { Component } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { Changed } from '../../store/queries/component-versions.ts';
import { findComponents, updateComponent } from '../../store/queries/components.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import type { Db } from '../../store/schema.ts';
import { tellOfClosing } from '../organisation/tell-of-closing.ts';
import { followChange } from './follow-change.ts';
import { type Standing, standingsBelow } from './standings.ts';

const answersDiffer = (a: Component, b: Component): boolean =>
  a.parentId !== b.parentId || a.ownerId !== b.ownerId || a.managerId !== b.managerId;

async function standingsOf(db: Db, ids: readonly string[]): Promise<Map<string, Standing>> {
  const all = new Map<string, Standing>();
  for (const id of ids)
    for (const [below, standing] of await standingsBelow(db, id)) all.set(below, standing);
  return all;
}

async function topmost(db: Db, ids: readonly string[]): Promise<string[]> {
  const changed = new Set(ids);
  const tops: string[] = [];
  for (const id of ids) {
    const above = (await lineageOf(db, id)).slice(1);
    if (!above.some((one) => changed.has(one.id))) tops.push(id);
  }
  return tops;
}

export async function changeComponents(
  deps: Deps,
  db: Db,
  components: readonly Component[],
  { at, by }: Changed,
): Promise<void> {
  const ids = components.map(({ id }) => id);
  const known = new Map((await findComponents(db, ids)).map((one) => [one.id, one]));
  const moving = components
    .filter((after) => {
      const before = known.get(after.id);
      return before !== undefined && answersDiffer(before, after);
    })
    .map(({ id }) => id);
  const before = await standingsOf(db, moving);
  for (const component of components) await updateComponent(db, component, { at, by });
  for (const after of components) {
    const closed = known.get(after.id);
    if (closed) await tellOfClosing(deps, db, { before: closed, after, at });
  }
  for (const componentId of await topmost(db, moving))
    await followChange(deps, db, { componentId, before, actor: by, at });
}
