// Arms and cancels the timers of stages.
import type { Effect } from '../../../engine/index.ts';
import { deleteStageTimer, insertTimer } from '../../store/queries/timers.ts';
import { type Applying, stepId } from './applying.ts';

type ArmTimerEffect = Extract<Effect, { type: 'arm-timer' }>;
type CancelTimerEffect = Extract<Effect, { type: 'cancel-timer' }>;

export async function armTimer(applying: Applying, effect: ArmTimerEffect, index: number): Promise<void> {
  const { timerId, stage, activation, dueAt } = effect;
  await insertTimer(applying.db, {
    id: stepId(applying, 'timer', index),
    planId: applying.plan.id,
    kind: 'stage',
    name: timerId,
    activation,
    dueAt,
    data: { stage },
  });
}

export async function cancelTimer({ db, plan }: Applying, effect: CancelTimerEffect): Promise<void> {
  const { timerId, activation } = effect;
  await deleteStageTimer(db, { planId: plan.id, name: timerId, activation });
}
