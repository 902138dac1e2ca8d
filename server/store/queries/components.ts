// Components: the organisation's tree.
import type { Component } from '../../../engine/index.ts';
import { keptComponents } from '../kept-components.ts';
import { prepare } from '../prepared.ts';
import type { ComponentRow } from '../schema/organisation.ts';
import type { Db } from '../schema.ts';
import { appendVersions, type Changed } from './component-versions.ts';
import { chunks } from './goals.ts';

const toComponent = ({ createdAt: _, ...row }: ComponentRow): Component => row as Component;

export async function listComponents(
  db: Db,
  page: { after: string; limit: number; parentId?: string | undefined },
): Promise<Component[]> {
  let query = db
    .selectFrom('components')
    .selectAll()
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit);
  if (page.parentId) query = query.where('parentId', '=', page.parentId);
  return (await query.execute()).map(toComponent);
}

/** In the order of their ids. */
export async function listAllComponents(db: Db): Promise<Component[]> {
  return (await db.selectFrom('components').selectAll().orderBy('id').execute()).map(toComponent);
}

/** Where every component stands and who answers for it, and nothing else: many reads of it cost little. */
export const listPlaces = (
  db: Db,
): Promise<Pick<Component, 'id' | 'name' | 'parentId' | 'ownerId' | 'managerId'>[]> =>
  db
    .selectFrom('components')
    .select(['id', 'name', 'parentId', 'ownerId', 'managerId'])
    .orderBy('id')
    .execute();

/** As long as it is the same, so are the places: each change is a version more. */
export async function placesStamp(db: Db): Promise<string> {
  const last = await db
    .selectFrom('componentVersions')
    .select((e) => e.fn.max('seq').as('seq'))
    .executeTakeFirst();
  const all = await db
    .selectFrom('components')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return JSON.stringify([last?.seq, all?.count]);
}

/** What the person answers for by name. */
export async function ownedBy(db: Db, personId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('components').select('id').where('ownerId', '=', personId).execute();
  return new Set(rows.map(({ id }) => id));
}

const componentQuery = prepare<{ id: string }, ComponentRow>((db, given) =>
  db.selectFrom('components').selectAll().where('id', '=', given.id),
);

export async function findComponent(db: Db, id: string): Promise<Component | null> {
  const kept = keptComponents(db);
  const known = kept?.get(id);
  if (known) return known;
  const [row] = (await componentQuery(db, { id })).rows;
  if (!row) return null;
  const component = Object.freeze(toComponent(row));
  kept?.set(id, component);
  return component;
}

/** The component's ancestors, nearest first. */
export async function ancestorsOf(db: Db, id: string): Promise<Component[]> {
  const rows = await db
    .withRecursive('above', (q) =>
      q
        .selectFrom('components')
        .selectAll()
        .select((e) => e.lit(0).as('depth'))
        .where('id', '=', id)
        .unionAll(
          q
            .selectFrom('components as c')
            .innerJoin('above as a', 'a.parentId', 'c.id')
            .selectAll('c')
            .select((e) => e('a.depth', '+', 1).as('depth'))
            .where('a.depth', '<', 64),
        ),
    )
    .selectFrom('above')
    .selectAll()
    .where('depth', '>', 0)
    .orderBy('depth')
    .execute();
  return rows.map(({ depth: _, ...row }) => toComponent(row as ComponentRow));
}

export async function findComponents(db: Db, ids: readonly string[]): Promise<Component[]> {
  const components: Component[] = [];
  for (const part of chunks(ids)) {
    const rows = await db.selectFrom('components').selectAll().where('id', 'in', part).execute();
    components.push(...rows.map(toComponent));
  }
  return components;
}

export async function insertComponents(
  db: Db,
  components: readonly Component[],
  { at, by }: Changed,
): Promise<void> {
  for (const part of chunks(components, 200)) {
    await db
      .insertInto('components')
      .values(part.map((component) => ({ ...component, createdAt: at })))
      .execute();
  }
  await appendVersions(db, components, { at, by });
}

export const insertComponent = (db: Db, component: Component, changed: Changed): Promise<void> =>
  insertComponents(db, [component], changed);

export async function updateComponent(db: Db, component: Component, changed: Changed): Promise<void> {
  const { id, ...columns } = component;
  await db.updateTable('components').set(columns).where('id', '=', id).execute();
  await appendVersions(db, [component], changed);
}
