// Puts a task's due date off, or brings it back: whoever has it keeps it, and is reminded by the new date.
import type { Effect } from '../../../engine/index.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { setOpenTasksDue } from '../../store/queries/step-tasks.ts';
import { deleteTaskTimers } from '../../store/queries/timers.ts';
import type { Applying } from './applying.ts';
import { watchTask } from './open-task.ts';

type MoveTaskEffect = Extract<Effect, { type: 'move-task' }>;

export async function moveTask(applying: Applying, effect: MoveTaskEffect, index: number): Promise<void> {
  const { db, plan, at } = applying;
  const { key, activation, dueAt } = effect;
  const stay = { planId: plan.id, name: key, activation };
  await setOpenTasksDue(db, { planId: plan.id, key, activation }, dueAt);
  await deleteTaskTimers(db, stay);
  await watchTask(applying, effect, index);
  await appendFeed(db, {
    at,
    type: 'task.moved',
    planId: plan.id,
    componentId: plan.componentId,
    data: { key, dueAt },
  });
}
