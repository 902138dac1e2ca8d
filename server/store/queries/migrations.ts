// Migrations of plans: what was asked for, and how far each is. What became of each plan is in migration-items.ts.
import type { MigrationMapping } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { MigrationRow } from '../schema/launches.ts';
import type { Db } from '../schema.ts';
import { chunks } from './goals.ts';

export type MigrationStatus = 'running' | 'done' | 'undoing' | 'undone';
export interface StoredMigration {
  id: string;
  cycleId: string;
  from: number;
  to: number;
  mapping: MigrationMapping;
  dryRun: boolean;
  status: MigrationStatus;
  total: number;
  /** Why; null of a rehearsal. */
  reason: string | null;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

const toMigration = ({
  fromVersion,
  toVersion,
  mapping,
  dryRun,
  status,
  ...row
}: MigrationRow): StoredMigration => ({
  ...row,
  from: fromVersion,
  to: toVersion,
  mapping: JSON.parse(mapping),
  dryRun: dryRun === 1,
  status: status as MigrationStatus,
});

export async function insertMigration(
  db: Db,
  { from, to, mapping, dryRun, ...row }: StoredMigration,
  planIds: readonly string[],
): Promise<void> {
  const versions = { fromVersion: from, toVersion: to };
  await db
    .insertInto('migrations')
    .values({ ...row, ...versions, mapping: JSON.stringify(mapping), dryRun: dryRun ? 1 : 0 })
    .execute();
  const nothing = { revision: null, report: null, before: null, undoState: null, undoProblem: null };
  const items = planIds.map((planId, position) => ({
    migrationId: row.id,
    position,
    planId,
    state: 'waiting',
    ...nothing,
  }));
  for (const part of chunks(items)) await db.insertInto('migrationItems').values(part).execute();
}

export async function findMigration(db: Db, id: string): Promise<StoredMigration | null> {
  const row = await db.selectFrom('migrations').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toMigration(row) : null;
}

/** Newest first. */
export async function pageMigrations(
  db: Db,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<StoredMigration[]> {
  let query = db
    .selectFrom('migrations')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before)
    query = query.where((e) =>
      e.or([
        e('createdAt', '<', before.at),
        e.and([e('createdAt', '=', before.at), e('id', '<', before.id)]),
      ]),
    );
  return (await query.execute()).map(toMigration);
}

const openQuery = prepare<Record<never, never>, MigrationRow>((db) =>
  db
    .selectFrom('migrations')
    .selectAll()
    .where('status', 'in', ['running', 'undoing'])
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1),
);

/** The oldest one that has something left to do. */
export async function findOpenMigration(db: Db): Promise<StoredMigration | null> {
  const [row] = (await openQuery(db, {})).rows;
  return row ? toMigration(row) : null;
}

/** Nothing when it has gone on already. */
export async function setMigrationStatus(
  db: Db,
  { id, from }: { id: string; from: MigrationStatus },
  next: Partial<Pick<MigrationRow, 'status' | 'finishedAt' | 'undoneAt' | 'undoneBy'>>,
): Promise<boolean> {
  const result = await db
    .updateTable('migrations')
    .set(next)
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Active plans that follow the version, oldest first. */
export async function listPlansOfVersion(db: Db, cycleId: string, version: number): Promise<string[]> {
  const rows = await db
    .selectFrom('plans')
    .select('id')
    .where('cycleId', '=', cycleId)
    .where('version', '=', version)
    .where('status', '=', 'active')
    .orderBy('startedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
