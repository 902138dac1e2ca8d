// Open tasks whose stage may be left by time, and which of them their assignees were told of.
import type { Db } from '../schema.ts';

export interface ClosingTask {
  taskId: string;
  title: string;
  componentName: string;
  personId: string;
  stage: string;
  cycleId: string;
  version: number;
  timerName: string;
  /** JSON with the stage that the timer belongs to. */
  timerData: string;
  closesAt: string;
}

/** Of the plans with a stage timer due until then, without those told of; the nearest first. */
export async function listClosing(
  db: Db,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<ClosingTask[]> {
  return db
    .selectFrom('timers as w')
    .innerJoin('plans as p', 'p.id', 'w.planId')
    .innerJoin('tasks as t', 't.planId', 'w.planId')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .leftJoin('toldDeadlines as d', (join) =>
      join
        .onRef('d.taskId', '=', 't.id')
        .onRef('d.personId', '=', 't.assigneeId')
        .onRef('d.closesAt', '=', 'w.dueAt'),
    )
    .select(['t.id as taskId', 't.title', 'c.name as componentName', 't.stage'])
    .select(['p.cycleId', 'p.version', 'w.name as timerName', 'w.data as timerData', 'w.dueAt as closesAt'])
    .select('t.assigneeId as personId')
    .$narrowType<{ personId: string }>()
    .where('w.kind', '=', 'stage')
    .where('w.dueAt', '>', from)
    .where('w.dueAt', '<=', until)
    .where('t.state', '=', 'open')
    .where('t.assigneeId', 'is not', null)
    .where('d.taskId', 'is', null)
    .orderBy('w.dueAt')
    .orderBy('t.id')
    .limit(limit)
    .execute();
}

export async function insertTold(db: Db, told: readonly ClosingTask[]): Promise<void> {
  for (const { taskId, personId, closesAt } of told)
    await db
      .insertInto('toldDeadlines')
      .values({ taskId, personId, closesAt })
      .onConflict((conflict) => conflict.columns(['taskId', 'personId', 'closesAt']).doNothing())
      .execute();
}

/** What is over need not be remembered. */
export async function forgetTold(db: Db, before: string): Promise<void> {
  await db.deleteFrom('toldDeadlines').where('closesAt', '<', before).execute();
}
