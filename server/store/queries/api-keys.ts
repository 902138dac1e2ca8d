// API keys: who may do what by one, until when. Of the key itself there is a digest.
import type { KeyScope } from '../../access/key-scopes.ts';
import { prepare } from '../prepared.ts';
import type { ApiKeyRow } from '../schema/admin.ts';
import type { Db } from '../schema.ts';

export interface ApiKey extends Omit<ApiKeyRow, 'scopes' | 'digest'> {
  scopes: KeyScope[];
}

const toKey = ({ digest: _, ...row }: ApiKeyRow): ApiKey => ({ ...row, scopes: JSON.parse(row.scopes) });

export const isLive = ({ expiresAt, revokedAt }: ApiKey, at: string): boolean =>
  revokedAt === null && expiresAt > at;

const byDigest = prepare<{ digest: string }, ApiKeyRow>((db, { digest }) =>
  db.selectFrom('apiKeys').selectAll().where('digest', '=', digest),
);

export async function findKeyByDigest(db: Db, digest: string): Promise<ApiKey | null> {
  const { rows } = await byDigest(db, { digest });
  return rows[0] ? toKey(rows[0]) : null;
}

export async function findKey(db: Db, id: string): Promise<ApiKey | null> {
  const row = await db.selectFrom('apiKeys').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toKey(row) : null;
}

/** Newest first. */
export async function pageKeys(
  db: Db,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<ApiKey[]> {
  let query = db.selectFrom('apiKeys').selectAll();
  if (before)
    query = query.where((e) =>
      e.or([
        e('createdAt', '<', before.at),
        e.and([e('createdAt', '=', before.at), e('id', '<', before.id)]),
      ]),
    );
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toKey);
}

export async function insertKey(db: Db, { scopes, ...key }: ApiKey & { digest: string }): Promise<void> {
  await db
    .insertInto('apiKeys')
    .values({ ...key, scopes: JSON.stringify(scopes) })
    .execute();
}

export async function endKey(db: Db, id: string, by: { at: string; actor: string }): Promise<void> {
  await db
    .updateTable('apiKeys')
    .set({ revokedAt: by.at, revokedBy: by.actor })
    .where('id', '=', id)
    .execute();
}

/** Unless it was said since then. */
export async function touchKey(
  db: Db,
  id: string,
  { at, since }: { at: string; since: string },
): Promise<void> {
  await db
    .updateTable('apiKeys')
    .set({ lastUsedAt: at })
    .where('id', '=', id)
    .where((e) => e.or([e('lastUsedAt', 'is', null), e('lastUsedAt', '<=', since)]))
    .execute();
}

/** Of those among the ids that are keys. */
export async function keyNamesOf(db: Db, ids: readonly string[]): Promise<Pick<ApiKey, 'id' | 'name'>[]> {
  const keys = [...new Set(ids.filter((id) => id.startsWith('key_')))];
  if (keys.length === 0) return [];
  return db.selectFrom('apiKeys').select(['id', 'name']).where('id', 'in', keys).execute();
}
