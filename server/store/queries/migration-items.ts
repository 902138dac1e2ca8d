// What becomes of each plan of a migration, and whether it was taken back.

import type { MigrationItemRow } from '../schema/launches.ts';
import type { Db } from '../schema.ts';

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
