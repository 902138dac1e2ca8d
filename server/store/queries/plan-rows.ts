// The rows that hang on a plan, taken and set as they are: for a migration, which changes them together and can be
// taken back row by row.
import type { Plan } from '../../../engine/index.ts';
import type { TimerRow } from '../schema/plans.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';
import { columnsOf } from './plans.ts';

export interface PlanRows {
  tasks: TaskRow[];
  timers: TimerRow[];
}

/** All tasks of the plan's open keys and stays, whoever has completed theirs; and every timer. */
export async function readPlanRows(db: Db, { id: planId, tasks: open }: Plan): Promise<PlanRows> {
  const keys = Object.keys(open);
  const rows =
    keys.length === 0
      ? []
      : await db
          .selectFrom('tasks')
          .selectAll()
          .where('planId', '=', planId)
          .where('key', 'in', keys)
          .orderBy('id')
          .execute();
  const timers = await db
    .selectFrom('timers')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('id')
    .execute();
  return { tasks: rows.filter(({ key, activation }) => open[key]?.activation === activation), timers };
}

export async function findTaskRows(db: Db, ids: readonly string[]): Promise<TaskRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('tasks').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

export async function setTaskRow(db: Db, id: string, values: Partial<TaskRow>): Promise<void> {
  await db.updateTable('tasks').set(values).where('id', '=', id).execute();
}

export async function deleteTaskRows(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('tasks').where('id', 'in', ids).execute();
}

export async function setTimerRow(db: Db, id: string, values: Partial<TimerRow>): Promise<void> {
  await db.updateTable('timers').set(values).where('id', '=', id).execute();
}

export async function insertTimerRow(db: Db, row: TimerRow): Promise<void> {
  await db
    .insertInto('timers')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function deleteTimerRows(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('timers').where('id', 'in', ids).execute();
}

/** Which of the tasks somebody has said something about. */
export async function commentedAmong(db: Db, taskIds: readonly string[]): Promise<string[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('taskComments')
    .select('taskId')
    .distinct()
    .where('taskId', 'in', taskIds)
    .execute();
  return rows.map(({ taskId }) => taskId);
}

/** False when the plan has moved on since it was read; nothing is written then. Its version is written too. */
export async function repinPlan(db: Db, plan: Plan): Promise<boolean> {
  const result = await db
    .updateTable('plans')
    .set({ version: plan.cycleVersion, ...columnsOf(plan) })
    .where('id', '=', plan.id)
    .where('revision', '=', plan.revision - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
