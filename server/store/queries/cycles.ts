// Published cycle versions: immutable rows addressed by the hash of their content.

import type { CycleVersionRow } from '../schema/cycles.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

export type CycleVersion = Omit<CycleVersionRow, 'document'>;

const summary = ['cycleId', 'version', 'name', 'hash', 'note', 'publishedAt', 'publishedBy'] as const;

/** The version, or the latest one; its document is the canonical text that was published. */
export async function findCycleVersion(
  db: Db,
  cycleId: string,
  version?: number,
): Promise<CycleVersionRow | null> {
  let query = db.selectFrom('cycleVersions').selectAll().where('cycleId', '=', cycleId);
  query =
    version === undefined ? query.orderBy('version', 'desc').limit(1) : query.where('version', '=', version);
  return (await query.executeTakeFirst()) ?? null;
}

/** Newest first. */
export async function listCycleVersions(db: Db, cycleId?: string): Promise<CycleVersion[]> {
  let query = db.selectFrom('cycleVersions').select(summary).orderBy('cycleId').orderBy('version', 'desc');
  if (cycleId) query = query.where('cycleId', '=', cycleId);
  return query.execute();
}

export async function insertCycleVersion(db: Db, row: CycleVersionRow): Promise<void> {
  await db.insertInto('cycleVersions').values(row).execute();
}

/** `reviewed`: plans that count as under way for the reader, wherever they are. */
export async function countActivePlans(db: Db, reviewed: Iterable<string>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('plans')
    .select((e) => ['cycleId', e.fn.countAll<number>().as('count')])
    .where((e) => e.or([e('status', '=', 'active'), among('id', reviewed)]))
    .groupBy('cycleId')
    .execute();
  return new Map(rows.map((row) => [row.cycleId, Number(row.count)]));
}
