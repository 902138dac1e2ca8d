// Tasks that people have put off: one line per person and task.
import { type SqlBool, sql } from 'kysely';
import type { TaskSnoozeRow } from '../schema/inbox.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

/** Of a line called snooze: neither has its instant come, nor is the task that it waits for done or closed. */
export const isPutOff = (at: string) => sql<SqlBool>`snooze."until" > ${at} and not exists (
  select 1 from tasks as other where other."id" = snooze."afterTaskId" and other."state" <> 'open')`;

export interface PutOff {
  until: string;
  /** The other task of the same person after which it comes back sooner. */
  after: { id: string; title: string } | null;
}

/** What the person still keeps out of sight at the instant, of the tasks given. */
export async function snoozesOf(
  db: Db,
  { personId, at, taskIds }: { personId: string; at: string; taskIds: readonly string[] },
): Promise<Map<string, PutOff>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('taskSnoozes as snooze')
    .leftJoin('tasks as awaited', 'awaited.id', 'snooze.afterTaskId')
    .select(['snooze.taskId', 'snooze.until', 'awaited.id', 'awaited.title'])
    .where('snooze.personId', '=', personId)
    .where(isPutOff(at))
    .where(among('snooze.taskId', new Set(taskIds)))
    .execute();
  return new Map(
    rows.map(({ taskId, until, id, title }) => [
      taskId,
      { until, after: id === null || title === null ? null : { id, title } },
    ]),
  );
}

export async function saveSnooze(db: Db, row: TaskSnoozeRow): Promise<void> {
  const { until, afterTaskId, at } = row;
  await db
    .insertInto('taskSnoozes')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['personId', 'taskId']).doUpdateSet({ until, afterTaskId, at }),
    )
    .execute();
}

export async function deleteSnooze(db: Db, given: { personId: string; taskId: string }): Promise<void> {
  await db
    .deleteFrom('taskSnoozes')
    .where('personId', '=', given.personId)
    .where('taskId', '=', given.taskId)
    .execute();
}
