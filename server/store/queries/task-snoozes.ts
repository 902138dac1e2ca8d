// Tasks that people have put off: one line per person and task.

import type { TaskSnoozeRow } from '../schema/inbox.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

/** What the person still keeps out of sight at the instant, of the tasks given: until when. */
export async function snoozesOf(
  db: Db,
  { personId, at, taskIds }: { personId: string; at: string; taskIds: readonly string[] },
): Promise<Map<string, string>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('taskSnoozes')
    .select(['taskId', 'until'])
    .where('personId', '=', personId)
    .where('until', '>', at)
    .where(among('taskId', new Set(taskIds)))
    .execute();
  return new Map(rows.map(({ taskId, until }) => [taskId, until]));
}

export async function saveSnooze(db: Db, row: TaskSnoozeRow): Promise<void> {
  const { until, at } = row;
  await db
    .insertInto('taskSnoozes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['personId', 'taskId']).doUpdateSet({ until, at }))
    .execute();
}

export async function deleteSnooze(db: Db, given: { personId: string; taskId: string }): Promise<void> {
  await db
    .deleteFrom('taskSnoozes')
    .where('personId', '=', given.personId)
    .where('taskId', '=', given.taskId)
    .execute();
}
