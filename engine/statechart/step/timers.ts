// Timers, each an absolute instant. Those of a stage are armed when it is entered and cancelled when it is left;
// those of an event raised with a delay stay until they fire, are called off, or the plan ends.
import type { StageId, TimerId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Activation } from '../../model/plan.ts';
import { type Draft, fail, withEntry, withoutEntry } from './draft.ts';
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
  draft.plan.timers = withEntry(draft.plan.timers, id, { ...stay, dueAt });
  draft.effects.push({ type: 'arm-timer', timerId: id, ...stay, dueAt });
}

/** It has fired, or is called off. */
export function spendTimer(draft: Draft, timerId: TimerId): void {
  draft.plan.timers = withoutEntry(draft.plan.timers, timerId);
}

export function cancelTimers(draft: Draft, stage: StageId): void {
  for (const [timerId, timer] of Object.entries(draft.plan.timers)) {
    if (timer.stage !== stage || timer.raises) continue;
    spendTimer(draft, timerId);
    draft.effects.push({ type: 'cancel-timer', timerId, activation: timer.activation });
  }
}

export interface DelayedRaise extends Delay {
  id: string | null;
  type: string;
  data: JsonObject;
}

/** More than a plan ever waits for at once: the cycle raises them in a circle. */
const maxDelayed = 100;

/** An underscore is in no timer's own name. Two raised under the same id are two. */
export function armRaise(draft: Draft, { id, type, data, ...delay }: DelayedRaise): void {
  const dueAt = instantOf(draft, delay, draft.situation.at);
  if (dueAt === null) return;
  if (Object.values(draft.plan.timers).filter(({ raises }) => raises).length >= maxDelayed) {
    const message = `More than ${maxDelayed} events would wait to be heard: the cycle raises them in a circle.`;
    fail(draft, delay.delay, delay.place, message);
    return;
  }
  draft.delayed += 1;
  const timerId = `raise_${draft.plan.revision}.${draft.delayed}${id === null ? '' : `.${id}`}`;
  const stay = { stage: stageAt(delay.place), activation: draft.plan.activations };
  draft.plan.timers = withEntry(draft.plan.timers, timerId, { ...stay, dueAt, raises: { id, type, data } });
  draft.effects.push({ type: 'arm-timer', timerId, ...stay, dueAt });
}

/** The innermost stage on the way to a place of the document. */
const stageAt = (place: string): StageId => [...place.matchAll(/stages\/([^/]+)/g)].at(-1)?.[1] ?? '';

/** Null calls all of them off. */
export function cancelRaises(draft: Draft, id: string | null): void {
  for (const [timerId, { activation, raises }] of Object.entries(draft.plan.timers)) {
    if (!raises || (id !== null && raises.id !== id)) continue;
    spendTimer(draft, timerId);
    draft.effects.push({ type: 'cancel-timer', timerId, activation });
  }
}

/** Only an armed timer can be moved: one that is not armed waits for its stage. */
export function rescheduleTimer(draft: Draft, timerId: TimerId, delay: Delay): void {
  const timer = draft.plan.timers[timerId];
  if (!timer || timer.raises) return;
  const { stage, activation } = timer;
  draft.effects.push({ type: 'cancel-timer', timerId, activation });
  armTimer(draft, { id: timerId, ...delay }, { stage, activation });
}
