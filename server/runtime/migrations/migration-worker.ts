// Works migrations off, a slice at a time and each plan in a commit of its own. What is done is written with the plan
// itself, so a migration that was broken off anywhere goes on where it stood.
import type { Deps } from '../../deps.ts';
import {
  countMigrationItems,
  findMigrationItem,
  listWaitingMigrationItems,
  type MigrationItem,
  updateMigrationItem,
} from '../../store/queries/migration-items.ts';
import {
  findMigration,
  findOpenMigration,
  type StoredMigration,
  setMigrationStatus,
} from '../../store/queries/migrations.ts';
import { appendFeed } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { StoreUnavailableError } from '../../store/store.ts';
import { type MigrationOf, migrateOne, rehearseOne, type Settled, settleItem } from './migrate-one.ts';
import { nothingToReport } from './plan-report.ts';
import { prepareStored } from './prepare.ts';
import { undoOne } from './undo-one.ts';

/** Plans at once: enough to share the cost of a commit, few enough that people's commands hardly wait. */
const SLICE = 50;

async function reportProgress(
  deps: Deps,
  db: Db,
  { id, total }: StoredMigration,
  finished: boolean,
): Promise<void> {
  const counts = (await countMigrationItems(db, [id]))(id);
  const data = { migrationId: id, total, ...counts };
  await appendFeed(db, {
    at: deps.clock.now(),
    type: finished ? 'migration.finished' : 'migration.progressed',
    data,
  });
}

async function finish(deps: Deps, migration: StoredMigration): Promise<void> {
  const { id, status } = migration;
  await deps.store.commit(async (db) => {
    const next =
      status === 'running' ? { status: 'done', finishedAt: deps.clock.now() } : { status: 'undone' };
    if (await setMigrationStatus(db, { id, from: status }, next))
      await reportProgress(deps, db, migration, true);
  });
}

const failed: Settled = {
  state: 'failed',
  report: {
    ...nothingToReport,
    lines: ['The plan could not be migrated; it is as it was. The reason was logged.'],
  },
  revision: null,
  before: null,
};

/** A plan on which the migration itself breaks fails alone. */
async function alone(
  deps: Deps,
  item: MigrationItem,
  work: (db: Db) => Promise<void>,
  giveUp: (db: Db) => Promise<void>,
) {
  try {
    await deps.store.commit(work);
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    deps.log.error({ err: error, migrationId: item.migrationId, planId: item.planId }, 'a plan failed');
    await deps.store.commit(giveUp);
  }
}

const perform = (deps: Deps, of: MigrationOf, item: MigrationItem): Promise<void> =>
  alone(
    deps,
    item,
    (db) => migrateOne(deps, db, of, item),
    (db) => settleItem(db, item, failed),
  );

const takeBack = (deps: Deps, of: MigrationOf, item: MigrationItem): Promise<void> =>
  alone(
    deps,
    item,
    (db) => undoOne(deps, db, of, item),
    (db) =>
      updateMigrationItem(db, item, {
        undoState: 'kept',
        undoProblem: 'The migration could not be undone; the plan is as it was. The reason was logged.',
      }),
  );

/** A rehearsal reads only; what it found is written down for all of the slice at once. */
async function rehearse(deps: Deps, of: MigrationOf, items: MigrationItem[]): Promise<void> {
  const found = await deps.store.read(async (db) => {
    const settled: Settled[] = [];
    for (const item of items) settled.push(await rehearseOne(deps, db, of, item.planId));
    return settled;
  });
  await deps.store.commit(async (db) => {
    for (const [index, item] of items.entries()) {
      const now = await findMigrationItem(db, item);
      if (now?.state === 'waiting') await settleItem(db, item, found[index] ?? failed);
    }
  });
}

async function work(deps: Deps, of: MigrationOf, items: MigrationItem[]): Promise<void> {
  const { dryRun, status } = of.stored;
  if (dryRun) await rehearse(deps, of, items);
  else await Promise.all(items.map((item) => (status === 'undoing' ? takeBack : perform)(deps, of, item)));
  await deps.store.commit((db) => reportProgress(deps, db, of.stored, false));
}

/** Does what comes next of a migration; false when nothing is left to do. */
export async function runSlice(deps: Deps, id: string): Promise<boolean> {
  const stored = await deps.store.read((db) => findMigration(db, id));
  if (stored?.status !== 'running' && stored?.status !== 'undoing') return false;
  const doing = stored.status === 'undoing' ? 'undo' : 'migrate';
  const items = await deps.store.read((db) =>
    listWaitingMigrationItems(db, { migrationId: id, doing, limit: SLICE }),
  );
  if (items.length === 0) {
    await finish(deps, stored);
    return false;
  }
  await work(deps, await deps.store.read((db) => prepareStored(deps, db, stored)), items);
  return true;
}

/** Of the oldest migration that is under way; false when there is none. */
export async function runNextSlice(deps: Deps): Promise<boolean> {
  const open = await deps.store.read(findOpenMigration);
  if (!open) return false;
  await runSlice(deps, open.id);
  return true;
}
