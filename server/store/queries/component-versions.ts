// Components as they were: one row for each state, with since when and by whom.
import type { Selectable } from 'kysely';
import type { Component } from '../../../engine/index.ts';
import type { ComponentVersionRow } from '../schema/organisation.ts';
import type { Db } from '../schema.ts';
import { chunks } from './goals.ts';

export interface Changed {
  at: string;
  by: string;
}

export interface ComponentVersion extends Changed {
  seq: number;
  component: Component;
}

export async function appendVersions(
  db: Db,
  components: readonly Component[],
  { at, by }: Changed,
): Promise<void> {
  for (const part of chunks(components, 200))
    await db
      .insertInto('componentVersions')
      .values(part.map(({ id, ...columns }) => ({ ...columns, componentId: id, at, changedBy: by })))
      .execute();
}

function toVersion({
  seq,
  at,
  changedBy,
  componentId,
  ...columns
}: Selectable<ComponentVersionRow>): ComponentVersion {
  return { seq, at, by: changedBy, component: { id: componentId, ...columns } as Component };
}

/** Oldest first. */
export async function pageVersions(
  db: Db,
  page: { componentId: string; after: number; limit: number },
): Promise<ComponentVersion[]> {
  const rows = await db
    .selectFrom('componentVersions')
    .selectAll()
    .where('componentId', '=', page.componentId)
    .where('seq', '>', page.after)
    .orderBy('seq')
    .limit(page.limit)
    .execute();
  return rows.map(toVersion);
}

/** Who answered for it since when; oldest first. */
export const listOwnersOver = (
  db: Db,
  componentId: string,
): Promise<{ at: string; ownerId: string | null }[]> =>
  db
    .selectFrom('componentVersions')
    .select(['at', 'ownerId'])
    .where('componentId', '=', componentId)
    .orderBy('seq')
    .execute();

const lastBefore = (db: Db, before: string) =>
  db
    .selectFrom('componentVersions')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('at', '<', before)
    .groupBy('componentId');

/** As they were just before the instant, in the order of their ids; without those that were not there yet or not any more. */
export async function listComponentsBefore(
  db: Db,
  before: string,
  page: { after: string; limit: number; parentId?: string | undefined; activeOn?: string },
): Promise<Component[]> {
  let query = db
    .selectFrom('componentVersions as v')
    .selectAll('v')
    .where('v.seq', 'in', lastBefore(db, before))
    .where('v.componentId', '>', page.after);
  if (page.parentId) query = query.where('v.parentId', '=', page.parentId);
  const { activeOn } = page;
  // What is closed stays where the way to something that is not leads through it.
  if (activeOn !== undefined)
    query = query.where((e) =>
      e.or([
        e('v.activeTo', 'is', null),
        e('v.activeTo', '>=', activeOn),
        e.exists(
          e
            .selectFrom('components as below')
            .select('below.id')
            .whereRef('below.parentId', '=', 'v.componentId')
            .where((b) => b.or([b('below.activeTo', 'is', null), b('below.activeTo', '>=', activeOn)])),
        ),
      ]),
    );
  const rows = await query.orderBy('v.componentId').limit(page.limit).execute();
  return rows.map((row) => toVersion(row).component);
}

export async function findComponentBefore(db: Db, id: string, before: string): Promise<Component | null> {
  const row = await db
    .selectFrom('componentVersions')
    .selectAll()
    .where('componentId', '=', id)
    .where('at', '<', before)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toVersion(row).component : null;
}
