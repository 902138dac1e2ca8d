// What a step asked for, in a few words for the history.
import {
  type DecisionTrace,
  displayScore,
  type Effect,
  localDateOf,
  unreachable,
} from '../../../engine/index.ts';

function describeDecision({ decision, rows, value }: DecisionTrace): string {
  const by = rows.length === 0 ? '' : ` (rule ${rows.map((row) => row + 1).join(', ')})`;
  return `${decision} = ${JSON.stringify(value)}${by}`;
}

/** Days are those of the zone. A reward whose key was used already is asked for and not given. */
export function describeEffect(effect: Effect, zone: string, isGiven = true): string {
  const day = (instant: string): string => localDateOf(instant, zone);
  switch (effect.type) {
    case 'open-task':
      return `Task opened: ${effect.title}${effect.dueAt ? `, due ${day(effect.dueAt)}` : ''}`;
    case 'close-task':
      return effect.because === 'completed'
        ? `Task completed: ${effect.key}`
        : `Task no longer needed: ${effect.key}`;
    case 'move-task':
      return `Task now due ${day(effect.dueAt)}: ${effect.key}`;
    case 'arm-timer':
      return `Timer set for ${day(effect.dueAt)}`;
    case 'cancel-timer':
      return `Timer cancelled: ${effect.timerId}`;
    case 'notify':
      return effect.message === '' ? `Told ${effect.to}` : `Told ${effect.to}: ${effect.message}`;
    case 'emit':
      return `Sent to subscribers: ${effect.event}`;
    case 'reward':
      return isGiven ? `Reward: ${effect.title}` : `Reward asked for, was given already: ${effect.title}`;
    case 'intervene':
      return `Intervention: ${effect.title}`;
    case 'start-plan':
      return `Started the cycle ${effect.cycleId} for the ${effect.for}`;
    case 'record-score':
      return effect.score.score === null
        ? 'Appraised: not scored'
        : `Appraised: ${displayScore(effect.score.score)}`;
    case 'record-decisions':
      return `Decided: ${effect.decisions.map(describeDecision).join('; ')}`;
    case 'end-plan':
      return effect.ending ? `Ended: ${effect.ending}` : 'Ended';
    default:
      return unreachable(effect);
  }
}
