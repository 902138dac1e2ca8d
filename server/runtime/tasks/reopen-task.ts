// Opens a task again whose completion the plan could not take and a person has dropped: the plan still waits for
// it, so whoever had it, and whoever was asked in addition, can complete it again.
import type { PlanEvent } from '../../../engine/index.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { findAnyTask, type TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { openSeatAgain } from './open-seat-again.ts';

export interface Dropped {
  planId: string;
  event: PlanEvent;
  at: string;
  /** Unique to why it is opened again. */
  idSeed: string;
}

/** The task of which the event tells, while the plan still has it open. */
async function findCompletion(db: Db, { planId, event }: Dropped): Promise<TaskInContext | null> {
  const id = /^task:([^:]+)(:\d+)?$/.exec(event.id)?.[1];
  const task = id === undefined ? null : await findAnyTask(db, id);
  if (task?.state !== 'completed') return null;
  const waitsFor = (await findPlan(db, planId))?.plan.tasks[task.key];
  return waitsFor?.activation === task.activation ? task : null;
}

export async function reopenTask(db: Db, dropped: Dropped): Promise<void> {
  const task = await findCompletion(db, dropped);
  if (!task) return;
  const again = await openSeatAgain(db, task);
  const { at, planId, idSeed } = dropped;
  const place = { planId, componentId: task.componentId };
  const people = again.map(({ assigneeId }) => assigneeId);
  for (const personId of people)
    await appendFeed(db, { at, type: 'task.opened', ...place, personId, data: { key: task.key } });
  const message = `“${task.title}” for ${task.componentName} is open again: the plan could not take its completion. Complete it again.`;
  const asked = people.filter((person) => person !== null);
  await notifyPersons(db, asked, { ...place, message, at, idSeed });
}
