// Tasks as a plan's steps open and close them. What people do with a task is in tasks.ts.
import { prepare } from '../prepared.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

const insertQuery = prepare<TaskRow, unknown>((db, row) => db.insertInto('tasks').values(row));

export async function insertTask(db: Db, row: TaskRow): Promise<void> {
  await insertQuery(db, row);
}

export interface OpenTasks {
  planId: string;
  key: string;
  activation: number;
}

export interface Completion {
  completedAt: string;
  completedBy: string;
  result: string;
}

const closeQuery = prepare<OpenTasks & { at: string }, unknown>((db, given) =>
  db
    .updateTable('tasks')
    .set({ state: 'closed', closedAt: given.at })
    .where('planId', '=', given.planId)
    .where('key', '=', given.key)
    .where('activation', '=', given.activation)
    .where('state', '=', 'open'),
);

/** Tasks that nobody completed before they were no longer wanted. */
export async function closeOpenTasks(db: Db, tasks: OpenTasks, at: string): Promise<void> {
  await closeQuery(db, { ...tasks, at });
}

export const listOpenTasks = (db: Db, tasks: OpenTasks) =>
  db
    .selectFrom('tasks')
    .select(['title', 'assigneeId', 'dueAt'])
    .where('planId', '=', tasks.planId)
    .where('key', '=', tasks.key)
    .where('activation', '=', tasks.activation)
    .where('state', '=', 'open')
    .execute();

export async function setOpenTasksDue(
  db: Db,
  tasks: OpenTasks,
  { dueAt, at }: { dueAt: string; at: string },
): Promise<void> {
  await db
    .updateTable('tasks')
    .set((e) => ({ dueAt, dueBefore: e.ref('dueAt'), dueChangedAt: at }))
    .where('planId', '=', tasks.planId)
    .where('key', '=', tasks.key)
    .where('activation', '=', tasks.activation)
    .where('state', '=', 'open')
    .execute();
}

/** For a completion that came as an event and not through one of the tasks. */
export async function completeOpenTasks(db: Db, tasks: OpenTasks, completion: Completion): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ state: 'completed', ...completion })
    .where('planId', '=', tasks.planId)
    .where('key', '=', tasks.key)
    .where('activation', '=', tasks.activation)
    .where('state', '=', 'open')
    .execute();
}

export async function hasCompletedTask(db: Db, tasks: OpenTasks): Promise<boolean> {
  const row = await db
    .selectFrom('tasks')
    .select('id')
    .where('planId', '=', tasks.planId)
    .where('key', '=', tasks.key)
    .where('activation', '=', tasks.activation)
    .where('state', '=', 'completed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
