// Migrations of plans: what was asked for, and what became of each plan.
import type { MigrationMapping } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { Db, MigrationItemRow, MigrationRow } from '../schema.ts';
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
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

export const itemStates = [
  'waiting',
  'unchanged',
  'moved',
  'needs-decision',
  'blocked',
  'left',
  'gone',
  'failed',
] as const;
export type ItemState = (typeof itemStates)[number];
export type UndoState = 'waiting' | 'undone' | 'kept';
export interface MigrationItem {
  migrationId: string;
  position: number;
  planId: string;
  state: ItemState;
  revision: number | null;
  report: string | null;
  undoState: UndoState | null;
  undoProblem: string | null;
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

const columns = [
  'migrationId',
  'position',
  'planId',
  'state',
  'revision',
  'report',
  'undoState',
  'undoProblem',
] as const;
const toItem = (row: Omit<MigrationItemRow, 'before'>): MigrationItem => ({
  ...row,
  state: row.state as ItemState,
  undoState: row.undoState as UndoState | null,
});

/** What comes next: to be migrated, or to be taken back. */
export async function listWaitingMigrationItems(
  db: Db,
  { migrationId, doing, limit }: { migrationId: string; doing: 'migrate' | 'undo'; limit: number },
): Promise<MigrationItem[]> {
  const rows = await db
    .selectFrom('migrationItems')
    .select(columns)
    .where('migrationId', '=', migrationId)
    .where(doing === 'migrate' ? 'state' : 'undoState', '=', 'waiting')
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(toItem);
}

type ItemKey = Pick<MigrationItem, 'migrationId' | 'position'>;

/** Read again inside its commit: another server or turn may have been there. */
export async function findMigrationItem(
  db: Db,
  { migrationId, position }: ItemKey,
): Promise<(MigrationItem & { before: string | null }) | null> {
  const row = await db
    .selectFrom('migrationItems')
    .selectAll()
    .where('migrationId', '=', migrationId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row ? { ...toItem(row), before: row.before } : null;
}

export async function updateMigrationItem(
  db: Db,
  { migrationId, position }: ItemKey,
  values: Partial<Omit<MigrationItemRow, 'migrationId' | 'position' | 'planId'>>,
): Promise<void> {
  await db
    .updateTable('migrationItems')
    .set(values)
    .where('migrationId', '=', migrationId)
    .where('position', '=', position)
    .execute();
}

/** All plans that the migration took along wait to be taken back. */
export async function beginUndoOfItems(db: Db, migrationId: string): Promise<void> {
  await db
    .updateTable('migrationItems')
    .set({ undoState: 'waiting' })
    .where('migrationId', '=', migrationId)
    .where('state', 'in', ['unchanged', 'moved'])
    .where('undoState', 'is', null)
    .execute();
}

export interface MigrationCounts extends Record<ItemState, number> {
  undone: number;
  kept: number;
}

const noCounts = (): MigrationCounts => ({
  waiting: 0,
  unchanged: 0,
  moved: 0,
  'needs-decision': 0,
  blocked: 0,
  left: 0,
  gone: 0,
  failed: 0,
  undone: 0,
  kept: 0,
});

export async function countMigrationItems(
  db: Db,
  migrationIds: readonly string[],
): Promise<(id: string) => MigrationCounts> {
  const counts = new Map<string, MigrationCounts>();
  const rows =
    migrationIds.length === 0
      ? []
      : await db
          .selectFrom('migrationItems')
          .select((e) => ['migrationId', 'state', 'undoState', e.fn.countAll<number>().as('count')])
          .where('migrationId', 'in', migrationIds)
          .groupBy(['migrationId', 'state', 'undoState'])
          .execute();
  for (const { migrationId, state, undoState, count } of rows) {
    const of = counts.get(migrationId) ?? noCounts();
    counts.set(migrationId, of);
    of[state as ItemState] += Number(count);
    if (undoState === 'undone' || undoState === 'kept') of[undoState] += Number(count);
  }
  return (id) => counts.get(id) ?? noCounts();
}

export type MigrationItemInContext = MigrationItem & {
  componentId: string | null;
  componentName: string | null;
};

export async function pageMigrationItems(
  db: Db,
  page: { migrationId: string; after: number; limit: number; state?: ItemState | undefined },
): Promise<MigrationItemInContext[]> {
  let query = db
    .selectFrom('migrationItems as i')
    .leftJoin('plans as p', 'p.id', 'i.planId')
    .leftJoin('components as c', 'c.id', 'p.componentId')
    .select(columns.map((column) => `i.${column}` as const))
    .select(['p.componentId', 'c.name as componentName'])
    .where('i.migrationId', '=', page.migrationId)
    .where('i.position', '>', page.after)
    .orderBy('i.position')
    .limit(page.limit);
  if (page.state) query = query.where('i.state', '=', page.state);
  const rows = await query.execute();
  return rows.map(({ componentId, componentName, ...row }) => ({
    ...toItem(row),
    componentId,
    componentName,
  }));
}
