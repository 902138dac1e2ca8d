// How often people are told by mail what is due.

import type { DigestRow } from '../schema/inbox.ts';
import type { Db } from '../schema.ts';

export async function findDigest(db: Db, personId: string): Promise<DigestRow | null> {
  const row = await db.selectFrom('digests').selectAll().where('personId', '=', personId).executeTakeFirst();
  return row ?? null;
}

export async function saveDigest(db: Db, row: DigestRow): Promise<void> {
  const { every, zone, language, nextAt } = row;
  await db
    .insertInto('digests')
    .values(row)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ every, zone, language, nextAt }))
    .execute();
}

export async function findDigestByToken(db: Db, token: string): Promise<DigestRow | null> {
  const row = await db.selectFrom('digests').selectAll().where('token', '=', token).executeTakeFirst();
  return row ?? null;
}

/** False when nobody has the token. */
export async function switchDigestOff(db: Db, token: string): Promise<boolean> {
  const rows = await db
    .updateTable('digests')
    .set({ every: 'off', nextAt: null })
    .where('token', '=', token)
    .returning('personId')
    .execute();
  return rows.length > 0;
}

/** People with an address who were never asked, some at a time. */
export async function listWithoutDigest(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('digests', 'digests.personId', 'people.id')
    .select('people.id')
    .where('digests.personId', 'is', null)
    .where('people.email', 'like', '%@%')
    .orderBy('people.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

const upcoming = (db: Db) =>
  db.selectFrom('digests').selectAll().where('nextAt', 'is not', null).orderBy('nextAt').orderBy('personId');

export async function nextDigest(db: Db): Promise<DigestRow | null> {
  return (await upcoming(db).limit(1).executeTakeFirst()) ?? null;
}
