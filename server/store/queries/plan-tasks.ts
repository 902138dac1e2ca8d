// The tasks of one plan, and the timers of the stages that it stands in.

import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

export type TaskOfPlan = Pick<
  TaskRow,
  | 'id'
  | 'key'
  | 'stage'
  | 'title'
  | 'form'
  | 'state'
  | 'assigneeId'
  | 'openedAt'
  | 'dueAt'
  | 'completedAt'
  | 'completedBy'
  | 'result'
>;

/** In the order in which they were completed, then opened. */
export const listTasksOfPlan = (db: Db, planId: string): Promise<TaskOfPlan[]> =>
  db
    .selectFrom('tasks')
    .select(['id', 'key', 'stage', 'title', 'form', 'state', 'assigneeId', 'openedAt', 'dueAt'])
    .select(['completedAt', 'completedBy', 'result'])
    .where('planId', '=', planId)
    .where('raterGroup', 'is', null)
    .orderBy((e) => e.fn.coalesce('completedAt', 'openedAt'))
    .orderBy('id')
    .execute();

export interface StageTimer {
  stage: string;
  dueAt: string;
}

export async function listStageTimers(db: Db, planId: string): Promise<StageTimer[]> {
  const rows = await db
    .selectFrom('timers')
    .select(['dueAt', 'data'])
    .where('planId', '=', planId)
    .where('kind', '=', 'stage')
    .execute();
  return rows.map(({ dueAt, data }) => ({ dueAt, stage: JSON.parse(data).stage }));
}
