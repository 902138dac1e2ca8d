// The tasks of one plan, and the timers of the stages that it stands in.

import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

export type TaskOfPlan = Pick<
  TaskRow,
  | 'id'
  | 'key'
  | 'activation'
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
  | 'heard'
  | 'complete'
  | 'standsFor'
> & {
  /** When whoever answers, or whoever they stand in for, was asked. */
  askedAt: string;
};

/** In the order in which they were completed, then opened. */
export const listTasksOfPlan = (db: Db, planId: string): Promise<TaskOfPlan[]> =>
  db
    .selectFrom('tasks as t')
    .leftJoin('tasks as before', 'before.id', 't.standsFor')
    .select([
      't.id',
      't.key',
      't.stage',
      't.title',
      't.form',
      't.state',
      't.assigneeId',
      't.openedAt',
      't.dueAt',
    ])
    .select([
      't.completedAt',
      't.completedBy',
      't.result',
      't.heard',
      't.activation',
      't.complete',
      't.standsFor',
    ])
    .select((e) => e.fn.coalesce('before.openedAt', 't.openedAt').as('askedAt'))
    .where('t.planId', '=', planId)
    .where('t.raterGroup', 'is', null)
    .orderBy((e) => e.fn.coalesce('t.completedAt', 't.openedAt'))
    .orderBy('t.id')
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
