// Names of events, and which of them a transition hears: SCXML 3.12.1 with the one difference that a name
// without a star is heard exactly, since our events are dotted and `task` must not hear `task.agree.completed`.
import type { StageId } from '../../model/ids.ts';

/** `x.*` hears x and all that begins with `x.`; `*` hears everything. */
export const isPattern = (descriptor: string): boolean => descriptor === '*' || descriptor.endsWith('.*');

const timerPrefix = 'timer.';
/** The timer that an event tells of, if it is such an event. */
export const timerOf = (type: string): string | null =>
  type.startsWith(timerPrefix) && type.length > timerPrefix.length ? type.slice(timerPrefix.length) : null;

/** Does the pattern, or for a pattern all that it hears, hear no more than the other one? */
export function covers(wider: string, descriptor: string): boolean {
  if (wider === descriptor || wider === '*') return true;
  if (!wider.endsWith('.*')) return false;
  const prefix = wider.slice(0, -2);
  return descriptor === prefix || descriptor.startsWith(`${prefix}.`);
}

/** A timer is its stage's own business: no pattern hears it. */
export const hears = (descriptor: string, type: string): boolean =>
  descriptor === type || (isPattern(descriptor) && timerOf(type) === null && covers(descriptor, type));

const donePrefix = 'done.state.';
/** SCXML 3.7: tells that a container is done. Only the engine raises it. */
export const doneEventOf = (id: StageId): string => donePrefix + id;
export const isDoneEvent = (type: string): boolean => type.startsWith(donePrefix);
export const containerDoneBy = (type: string): StageId | null =>
  isDoneEvent(type) && !isPattern(type) ? type.slice(donePrefix.length) : null;
