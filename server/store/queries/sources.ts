// Sources: who may send messages from outside, and which of their messages were taken.
import type { JsonObject } from '../../../engine/index.ts';
import type { SourceRow } from '../schema/sources.ts';
import type { Db } from '../schema.ts';

export interface Source<Mapping = JsonObject> {
  id: string;
  name: string;
  mapping: Mapping;
  active: boolean;
  createdAt: string;
}

const columns = ['id', 'name', 'mapping', 'active', 'createdAt'] as const;
const toSource = (row: Pick<SourceRow, (typeof columns)[number]>): Source => ({
  ...row,
  mapping: JSON.parse(row.mapping),
  active: row.active === 1,
});

export async function listSources(db: Db, page: { after: string; limit: number }): Promise<Source[]> {
  const rows = await db
    .selectFrom('sources')
    .select(columns)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map(toSource);
}

export async function findSource(db: Db, id: string): Promise<Source | null> {
  const row = await db.selectFrom('sources').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? toSource(row) : null;
}

export async function findSourceSecret(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('sources').select('secret').where('id', '=', id).executeTakeFirst();
  return row?.secret ?? null;
}

export async function insertSource(
  db: Db,
  { mapping, active, ...rest }: Source<object> & { secret: string },
): Promise<void> {
  await db
    .insertInto('sources')
    .values({ ...rest, mapping: JSON.stringify(mapping), active: active ? 1 : 0 })
    .execute();
}

export async function updateSource(db: Db, { id, name, mapping, active }: Source<object>): Promise<void> {
  await db
    .updateTable('sources')
    .set({ name, mapping: JSON.stringify(mapping), active: active ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** What it sent stays taken: made again with the same id, an old message still has no effect. */
export async function removeSource(db: Db, id: string): Promise<void> {
  await db.deleteFrom('sources').where('id', '=', id).execute();
}

/** What the message came to when it was taken; null: it was not yet. */
export async function findTakenMessage(db: Db, sourceId: string, messageId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sourceMessages')
    .select('effect')
    .where('sourceId', '=', sourceId)
    .where('messageId', '=', messageId)
    .executeTakeFirst();
  return row?.effect ?? null;
}

export async function insertTakenMessage(
  db: Db,
  message: { sourceId: string; messageId: string; at: string; effect: string },
): Promise<void> {
  await db.insertInto('sourceMessages').values(message).execute();
}
