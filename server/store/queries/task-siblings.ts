// The tasks that one stay in a stage opened under the same key, one per person who must do it.
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

type Stay = Pick<TaskRow, 'planId' | 'key' | 'activation'>;
export type TaskSibling = Stay &
  Pick<TaskRow, 'id' | 'standsFor' | 'state' | 'assigneeId' | 'result' | 'complete' | 'completedAt'> & {
    /** nobody: a rater who is not asked any more, and nobody instead. */
    givenUp: string | null;
  };

/** All tasks of the plans that have one of the keys: enough to count how many of a task's assignees are done. */
export async function listSiblings(db: Db, tasks: readonly Stay[]): Promise<TaskSibling[]> {
  if (tasks.length === 0) return [];
  return db
    .selectFrom('tasks')
    .leftJoin('raterChanges as change', 'change.taskId', 'tasks.id')
    .select([
      'id',
      'tasks.planId',
      'key',
      'activation',
      'standsFor',
      'tasks.state',
      'assigneeId',
      'result',
      'complete',
      'completedAt',
      'change.state as givenUp',
    ])
    .where('tasks.planId', 'in', [...new Set(tasks.map((task) => task.planId))])
    .where('key', 'in', [...new Set(tasks.map((task) => task.key))])
    .orderBy('completedAt')
    .orderBy('id')
    .execute();
}

/** Whether the person had, did or has a task of the plan that was opened before the instant. */
export async function hadTaskBy(
  db: Db,
  { planId, personId, at }: { planId: string; personId: string; at: string },
): Promise<boolean> {
  const one = await db
    .selectFrom('tasks')
    .select('id')
    .where('planId', '=', planId)
    .where('openedAt', '<', at)
    .where((e) =>
      e.or([e('assigneeId', '=', personId), e('completedBy', '=', personId), e('onBehalfOf', '=', personId)]),
    )
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}
