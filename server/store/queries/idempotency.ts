// Requests that carried an Idempotency-Key, and what they were answered.

import type { IdempotencyRow } from '../schema/records.ts';
import type { Db } from '../schema.ts';

export type KeyedRequest = Pick<IdempotencyRow, 'actor' | 'route' | 'key'>;

/** A request that was begun and has no answer yet. */
export const UNANSWERED = 0;

export async function findKeyed(db: Db, { actor, route, key }: KeyedRequest): Promise<IdempotencyRow | null> {
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('actor', '=', actor)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertKeyed(
  db: Db,
  request: KeyedRequest & { bodyHash: string; at: string },
): Promise<void> {
  await db
    .insertInto('idempotency')
    .values({ ...request, status: UNANSWERED, answer: '' })
    .execute();
}

export async function answerKeyed(
  db: Db,
  { actor, route, key }: KeyedRequest,
  answer: { status: number; answer: string },
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set(answer)
    .where('actor', '=', actor)
    .where('route', '=', route)
    .where('key', '=', key)
    .execute();
}

export async function deleteKeyed(db: Db, { actor, route, key }: KeyedRequest): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('actor', '=', actor)
    .where('route', '=', route)
    .where('key', '=', key)
    .execute();
}

export async function deleteKeyedBefore(db: Db, at: string): Promise<void> {
  await db.deleteFrom('idempotency').where('at', '<', at).execute();
}
