// Timers of a stage: armed when it is entered, cancelled when it is left, each an absolute instant.
import type { StageId, TimerId } from '../../model/ids.ts';
import type { Activation } from '../../model/plan.ts';
import type { Draft } from './draft.ts';
import { type Delay, instantOf } from './instant-of.ts';

export interface StageTimer extends Delay {
  id: TimerId;
}

export interface Stay {
  stage: StageId;
  activation: Activation;
}

export function armTimer(draft: Draft, { id, ...delay }: StageTimer, stay: Stay): void {
  const dueAt = instantOf(draft, delay, draft.situation.at);
  if (dueAt === null) return;
  draft.plan.timers[id] = { ...stay, dueAt };
  draft.effects.push({ type: 'arm-timer', timerId: id, ...stay, dueAt });
}

export function cancelTimers(draft: Draft, stage: StageId): void {
  for (const [timerId, timer] of Object.entries(draft.plan.timers)) {
    if (timer.stage !== stage) continue;
    delete draft.plan.timers[timerId];
    draft.effects.push({ type: 'cancel-timer', timerId, activation: timer.activation });
  }
}

/** Only an armed timer can be moved: one that is not armed waits for its stage. */
export function rescheduleTimer(draft: Draft, timerId: TimerId, delay: Delay): void {
  const timer = draft.plan.timers[timerId];
  if (!timer) return;
  const { stage, activation } = timer;
  draft.effects.push({ type: 'cancel-timer', timerId, activation });
  armTimer(draft, { id: timerId, ...delay }, { stage, activation });
}
