// One plan of a migration, inside the commit that the caller has begun: all of it, or nothing. An event that comes at
// the same time finds the plan before the migration or after it.
import {
  type Migrated,
  type Migration,
  migratePlan,
  type Plan,
  type PlanMigration,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import {
  findMigrationItem,
  type ItemState,
  type MigrationItem,
  updateMigrationItem,
} from '../../store/queries/migration-items.ts';
import type { StoredMigration } from '../../store/queries/migrations.ts';
import { findTaskRows, readPlanRows, repinPlan } from '../../store/queries/plan-rows.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { carryRows } from './carry-rows.ts';
import { migratedWords, type Versions } from './describe-migration.ts';
import { beginKeeping, effectsOf, keepMigration } from './keep-migration.ts';
import { nothingToReport, type PlanReport, reportOf } from './plan-report.ts';
import { type MigrationEventData, readLivePlan } from './read-live-plan.ts';
import { type RowChanges, rowChanges } from './row-changes.ts';

export interface MigrationOf {
  stored: StoredMigration;
  migration: Migration;
  versions: Versions;
}

/** What takes a migration back. */
export interface Before {
  plan: Plan;
  rows: RowChanges;
}

export interface Settled {
  state: ItemState;
  report: PlanReport;
  revision: number | null;
  before: Before | null;
}

const gone = (line: string): Settled => ({
  state: 'gone',
  report: { ...nothingToReport, lines: [line] },
  revision: null,
  before: null,
});

/** Null when the plan is no longer one of those that are to be migrated; then what has become of it. */
async function findCandidate(db: Db, { stored }: MigrationOf, planId: string): Promise<Plan | Settled> {
  const found = await findPlan(db, planId);
  if (!found) return gone('The plan is not there any more.');
  const { plan } = found;
  if (plan.status === 'ended') return gone('The plan has ended meanwhile.');
  if (plan.cycleVersion === stored.from) return plan;
  return gone(`The plan follows version ${plan.cycleVersion} by now.`);
}

async function write(
  deps: Deps,
  db: Db,
  of: MigrationOf,
  { plan, migrated }: { plan: Plan; migrated: Migrated },
) {
  const { stored, versions } = of;
  const rows = await readPlanRows(db, plan);
  if (!(await repinPlan(db, migrated.plan))) throw new Error(`${plan.id} moved while it was migrated.`);
  const kept = {
    db,
    plan: migrated.plan,
    at: deps.clock.now(),
    actor: stored.createdBy,
    migrationId: stored.id,
  };
  const data: MigrationEventData = {
    migrationId: stored.id,
    from: stored.from,
    to: stored.to,
    stages: migrated.stages.map(({ from, to }) => ({ from, to })),
    lines: [
      ...migratedWords(versions, migrated),
      ...(stored.reason === null ? [] : [`The reason given was: ${stored.reason}`]),
    ],
  };
  const applying = beginKeeping(kept, { undone: false, data, effects: effectsOf(migrated) });
  await carryRows(applying, rows, migrated);
  await keepMigration(applying, { migrationId: stored.id, moves: migrated.moves });
  const known = new Set(rows.tasks.map(({ id }) => id));
  const after = await readPlanRows(db, migrated.plan);
  const before: Before = {
    plan,
    rows: rowChanges(rows, { ...after, tasks: await withKnown(db, after.tasks, known) }),
  };
  return before;
}

/** Cancelled tasks are no longer among the plan's open ones, and have changed all the same. */
async function withKnown(
  db: Db,
  tasks: Awaited<ReturnType<typeof findTaskRows>>,
  known: ReadonlySet<string>,
) {
  const there = new Set(tasks.map(({ id }) => id));
  const missing = [...known].filter((id) => !there.has(id));
  return [...tasks, ...(await findTaskRows(db, missing))];
}

/** What would become of the plan; nothing is written. */
export async function rehearseOne(deps: Deps, db: Db, of: MigrationOf, planId: string): Promise<Settled> {
  const plan = await findCandidate(db, of, planId);
  if ('state' in plan) return plan;
  const result = await migrate(deps, db, of, plan);
  return { state: result.kind, report: reportOf(of.versions, plan, result), revision: null, before: null };
}

const migrate = async (deps: Deps, db: Db, { migration }: MigrationOf, plan: Plan): Promise<PlanMigration> =>
  migratePlan(migration, await readLivePlan(deps, db, migration, plan));

async function performOne(deps: Deps, db: Db, of: MigrationOf, planId: string): Promise<Settled> {
  const plan = await findCandidate(db, of, planId);
  if ('state' in plan) return plan;
  const result = await migrate(deps, db, of, plan);
  const report = reportOf(of.versions, plan, result);
  if (result.kind !== 'unchanged' && result.kind !== 'moved')
    return { state: result.kind, report, revision: null, before: null };
  const before = await write(deps, db, of, { plan, migrated: result });
  return { state: result.kind, report, revision: result.plan.revision, before };
}

export async function settleItem(db: Db, item: MigrationItem, settled: Settled): Promise<void> {
  const { state, report, revision, before } = settled;
  await updateMigrationItem(db, item, {
    state,
    revision,
    report: JSON.stringify(report),
    before: before === null ? null : JSON.stringify(before),
  });
}

/** Nothing when the plan's turn has been already. */
export async function migrateOne(deps: Deps, db: Db, of: MigrationOf, item: MigrationItem): Promise<void> {
  const now = await findMigrationItem(db, item);
  if (now?.state !== 'waiting') return;
  await settleItem(db, item, await performOne(deps, db, of, item.planId));
}
