// Open tasks whose stage may be left by time, and which of them those they wait for were told of.
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

type Place = Pick<TaskRow, 'planId' | 'componentId' | 'relation' | 'purpose' | 'assigneeId' | 'onBehalfOf'>;

/** A closing task beside one of those it waits for. */
export type ClosingTask = ClosingRow & { personId: string };

export interface ClosingRow extends Place {
  taskId: string;
  title: string;
  componentName: string;
  stage: string;
  cycleId: string;
  version: number;
  timerName: string;
  /** JSON with the stage that the timer belongs to. */
  timerData: string;
  closesAt: string;
}

/** Stands for all who may take a task that nobody has: they are told together. */
const ANYBODY = '';

/** Of the plans with a stage timer due until then, without those told of; the nearest first. */
export async function listClosing(
  db: Db,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<ClosingRow[]> {
  return db
    .selectFrom('timers as w')
    .innerJoin('plans as p', 'p.id', 'w.planId')
    .innerJoin('tasks as t', 't.planId', 'w.planId')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .leftJoin('toldDeadlines as d', (join) =>
      join
        .onRef('d.taskId', '=', 't.id')
        .on('d.personId', '=', (e) => e.fn.coalesce('t.assigneeId', e.val(ANYBODY)))
        .onRef('d.closesAt', '=', 'w.dueAt'),
    )
    .select(['t.id as taskId', 't.title', 'c.name as componentName', 't.stage'])
    .select(['p.cycleId', 'p.version', 'w.name as timerName', 'w.data as timerData', 'w.dueAt as closesAt'])
    .select(['t.planId', 't.componentId', 't.relation', 't.purpose', 't.assigneeId', 't.onBehalfOf'])
    .where('w.kind', '=', 'stage')
    .where('w.dueAt', '>', from)
    .where('w.dueAt', '<=', until)
    .where('t.state', '=', 'open')
    .where('d.taskId', 'is', null)
    .orderBy('w.dueAt')
    .orderBy('t.id')
    .limit(limit)
    .execute();
}

export async function insertTold(db: Db, told: readonly ClosingRow[]): Promise<void> {
  for (const { taskId, assigneeId, closesAt } of told)
    await db
      .insertInto('toldDeadlines')
      .values({ taskId, personId: assigneeId ?? ANYBODY, closesAt })
      .onConflict((conflict) => conflict.columns(['taskId', 'personId', 'closesAt']).doNothing())
      .execute();
}

/** What is over need not be remembered. */
export async function forgetTold(db: Db, before: string): Promise<void> {
  await db.deleteFrom('toldDeadlines').where('closesAt', '<', before).execute();
}
