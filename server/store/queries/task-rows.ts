// Rows of tasks as the server opens, assigns and ends them.
import type { Insertable } from 'kysely';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

export async function completeTaskRow(
  db: Db,
  id: string,
  given: { at: string; by: string; result: string },
): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ state: 'completed', completedAt: given.at, completedBy: given.by, result: given.result })
    .where('id', '=', id)
    .execute();
}

/** What a decision that several make came to. */
export async function setHeard(db: Db, id: string, heard: NonNullable<TaskRow['heard']>): Promise<void> {
  await db.updateTable('tasks').set({ heard }).where('id', '=', id).execute();
}

const notCompleted = { completedAt: null, completedBy: null, result: null, heard: null };

export async function reopenTaskRows(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ state: 'open', ...notCompleted })
    .where('id', 'in', ids)
    .execute();
}

export async function closeTaskRows(db: Db, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('tasks').set({ state: 'closed', closedAt: at }).where('id', 'in', ids).execute();
}

export async function assignTask(
  db: Db,
  id: string,
  given: Partial<Pick<TaskRow, 'assigneeId' | 'delegatedBy' | 'onBehalfOf'>>,
): Promise<void> {
  await db.updateTable('tasks').set(given).where('id', '=', id).execute();
}

/** The open tasks of a plan, the one due first ahead. */
export async function listOpenOfPlan(db: Db, planId: string): Promise<TaskRow[]> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('planId', '=', planId)
    .where('state', '=', 'open')
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
}

type Stay = Pick<TaskRow, 'planId' | 'key' | 'activation'>;

const ofStay = (db: Db, { planId, key, activation }: Stay) =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('planId', '=', planId)
    .where('key', '=', key)
    .where('activation', '=', activation)
    .orderBy('id');

export const listTaskRowsOf = (db: Db, stay: Stay): Promise<TaskRow[]> => ofStay(db, stay).execute();

export const listOpenOf = (db: Db, stay: Stay): Promise<TaskRow[]> =>
  ofStay(db, stay).where('state', '=', 'open').execute();

export async function insertTask(db: Db, task: Insertable<TaskRow>): Promise<void> {
  await db.insertInto('tasks').values(task).execute();
}
