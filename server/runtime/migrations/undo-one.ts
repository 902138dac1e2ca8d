// Takes the migration of one plan back, inside the commit that the caller has begun: the plan as it was with a
// revision more, and its rows as far as the migration changed them. What people have done since is never taken back;
// where it stands in the way the plan stays, and says why.
import { localDateOf, type Plan, undoMigration } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { carriedBy, findHistoryLine } from '../../store/queries/history.ts';
import {
  findMigrationItem,
  type MigrationItem,
  updateMigrationItem,
} from '../../store/queries/migration-items.ts';
import {
  commentedAmong,
  deleteTaskRows,
  deleteTimerRows,
  findTaskRows,
  insertTimerRow,
  repinPlan,
  setTaskRow,
  setTimerRow,
} from '../../store/queries/plan-rows.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { listTaskRowsOf } from '../../store/queries/task-rows.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { beginKeeping, keepMigration } from './keep-migration.ts';
import type { Before, MigrationOf } from './migrate-one.ts';
import type { MigrationEventData } from './read-live-plan.ts';
import type { ChangedRow, RowChanges } from './row-changes.ts';

async function whyMoved(db: Db, { id, componentId }: Plan, revision: number): Promise<string> {
  const line = await findHistoryLine(db, id, revision);
  const day = line && localDateOf(line.at, await componentZone(db, componentId));
  const by = line ? ` by “${line.event.type}” on ${day}` : '';
  return `The plan has moved since: it came to revision ${revision}${by}. It stays as it is.`;
}

/** What has been done since on the tasks that the migration changed or opened; null when nothing has. */
async function whyWorked(db: Db, { tasks }: RowChanges): Promise<string | null> {
  const left = [...tasks.changed.map(({ after }) => after), ...tasks.inserted];
  const states = new Map(left.map(({ id, state }) => [id, state]));
  const now = await findTaskRows(db, [...states.keys()]);
  const worked = now.find(({ id, state }) => state !== states.get(id));
  if (worked) return `The task “${worked.title}” was ${worked.state} since. The plan stays as it is.`;
  const [commented] = await commentedAmong(
    db,
    tasks.inserted.map(({ id }) => id),
  );
  const task = tasks.inserted.find(({ id }) => id === commented);
  return task ? `Somebody has commented on “${task.title}” since. The plan stays as it is.` : null;
}

/** Of all the task's rows together, without what is each person's own. */
function placeOf(rows: readonly ChangedRow<TaskRow>[]): Partial<TaskRow> {
  const { state: _state, ...place } = Object.assign({}, ...rows.map(({ before }) => before));
  return place;
}

/** Tasks that were asked for in addition since, such as by an escalation, go with the task that they are of. */
async function revertTasks(db: Db, { changed, inserted }: RowChanges['tasks']): Promise<void> {
  for (const task of inserted) {
    const all = await listTaskRowsOf(db, task);
    await deleteTaskRows(
      db,
      all.map(({ id }) => id),
    );
  }
  const known = new Set(changed.map(({ id }) => id));
  const groups = Map.groupBy(changed, ({ after }) => `${after.activation} ${after.key}`);
  const besides: { id: string; place: Partial<TaskRow> }[] = [];
  for (const rows of groups.values()) {
    const [first] = rows;
    const all = first ? await listTaskRowsOf(db, first.after) : [];
    const place = placeOf(rows);
    besides.push(...all.filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, place })));
  }
  for (const { id, before } of changed) await setTaskRow(db, id, before);
  for (const { id, place } of besides) if (Object.keys(place).length > 0) await setTaskRow(db, id, place);
}

async function revertTimers(db: Db, { changed, inserted, deleted }: RowChanges['timers']): Promise<void> {
  await deleteTimerRows(
    db,
    inserted.map(({ id }) => id),
  );
  for (const { id, before } of changed) await setTimerRow(db, id, before);
  for (const row of deleted) await insertTimerRow(db, row);
}

async function revert(
  deps: Deps,
  db: Db,
  of: MigrationOf,
  { before, plan, actor }: { before: Before; plan: Plan; actor: string },
) {
  const { stored } = of;
  await revertTasks(db, before.rows.tasks);
  await revertTimers(db, before.rows.timers);
  if (!(await repinPlan(db, plan))) throw new Error(`${plan.id} moved while its migration was undone.`);
  const migrated = await findHistoryLine(db, plan.id, plan.revision - 1);
  const data: MigrationEventData = {
    migrationId: stored.id,
    from: stored.to,
    to: stored.from,
    stages: carriedBy(migrated?.event.data ?? null).map(({ from, to }) => ({
      from: to,
      to: from,
    })),
    lines: [`The migration to version ${stored.to} was undone.`],
  };
  const kept = { db, plan, at: deps.clock.now(), actor, migrationId: stored.id };
  const applying = beginKeeping(kept, { undone: true, data, effects: [] });
  const way = { left: migrated?.moves.entered ?? [], entered: migrated?.moves.left ?? [] };
  const moves = { ...way, transitions: [], asked: [] };
  await keepMigration(applying, { migrationId: stored.id, moves });
}

/** Why it cannot be taken back, or null once it is. */
async function performUndo(
  deps: Deps,
  db: Db,
  of: MigrationOf,
  given: { item: MigrationItem; before: Before; actor: string },
) {
  const { item, before, actor } = given;
  const found = await findPlan(db, item.planId);
  if (!found || item.revision === null) return 'The plan is not there any more.';
  const undone = undoMigration(before.plan, item.revision, found.plan);
  if (undone.kind === 'moved-since') return whyMoved(db, found.plan, item.revision + 1);
  const worked = await whyWorked(db, before.rows);
  if (worked !== null) return worked;
  await revert(deps, db, of, { before, plan: undone.plan, actor });
  return null;
}

/** Nothing when the plan's turn has been already. */
export async function undoOne(deps: Deps, db: Db, of: MigrationOf, item: MigrationItem): Promise<void> {
  const now = await findMigrationItem(db, item);
  if (now?.undoState !== 'waiting' || now.before === null) return;
  const actor = of.stored.undoneBy ?? of.stored.createdBy;
  const before: Before = JSON.parse(now.before);
  const problem = await performUndo(deps, db, of, { item: now, before, actor });
  await updateMigrationItem(db, item, {
    undoState: problem === null ? 'undone' : 'kept',
    undoProblem: problem,
  });
}
