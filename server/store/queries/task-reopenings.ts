// Requests to open a completed task again: who asked why, and what was decided.

import type { TaskReopeningRow } from '../schema/inbox.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';
import { linesOfPlans } from './history-lines.ts';

const select = (db: Db) =>
  db
    .selectFrom('taskReopenings as r')
    .leftJoin('people as asker', 'asker.id', 'r.askedBy')
    .leftJoin('people as decider', 'decider.id', 'r.decidedBy')
    .selectAll('r')
    .select(['asker.name as askerName', 'decider.name as deciderName']);

export type ReopeningInContext = TaskReopeningRow & { askerName: string | null; deciderName: string | null };

export async function insertReopening(db: Db, row: TaskReopeningRow): Promise<void> {
  await db.insertInto('taskReopenings').values(row).execute();
}

export const updateReopening = async (
  db: Db,
  id: string,
  patch: Partial<Omit<TaskReopeningRow, 'id' | 'taskId' | 'planId'>>,
): Promise<void> => {
  await db.updateTable('taskReopenings').set(patch).where('id', '=', id).execute();
};

export const findReopening = async (db: Db, id: string): Promise<ReopeningInContext | null> =>
  (await select(db).where('r.id', '=', id).executeTakeFirst()) ?? null;

/** Oldest first. */
export const listReopeningsOf = (db: Db, taskId: string): Promise<ReopeningInContext[]> =>
  select(db).where('r.taskId', '=', taskId).orderBy('r.askedAt').orderBy('r.id').execute();

/** Of all that nobody has decided, oldest first. */
export const listAskedReopenings = (db: Db): Promise<ReopeningInContext[]> =>
  select(db).where('r.state', '=', 'asked').orderBy('r.askedAt').orderBy('r.id').execute();

export async function countGranted(db: Db, taskId: string): Promise<number> {
  const row = await db
    .selectFrom('taskReopenings')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('taskId', '=', taskId)
    .where('state', '=', 'granted')
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

type Stay = Pick<TaskRow, 'planId' | 'key' | 'activation'>;

/** Whether the plan took a transition when it last heard that the task was completed. */
export async function hasActedOn(db: Db, { planId, key }: Stay): Promise<boolean> {
  const row = await linesOfPlans(db, (plan) => plan('p.id', '=', planId))
    .select('transitions')
    .where('eventType', '=', `task.${key}.completed`)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined && JSON.parse(row.transitions).length > 0;
}
