// The engine's "no" in words: for the answer to a sender, or for the person who looks into an incident.
import { grouped, type Refusal, type Rejection, unreachable } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';

const list = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : 'nothing');

export function describeRejection(reason: Rejection): string {
  switch (reason.code) {
    case 'cycle-mismatch':
      return `The plan belongs to ${reason.given} and does not fit ${reason.expected}.`;
    case 'plan-ended':
      return 'The plan has ended; it takes no more events.';
    case 'event-not-accepted':
      return reason.accepted.length > 0
        ? `The plan does not take “${reason.type}” now; nothing was changed. It takes: ${reason.accepted.join(', ')}.`
        : `The plan does not take “${reason.type}” now; nothing was changed. It takes nothing.`;
    case 'guards-refused':
      return `“${reason.type}” was not let pass; nothing was changed. Needed: ${list(
        reason.refusals.map(({ guard, to }) => (to ? `${guard} (to ${to})` : guard)),
      )}.`;
    case 'expression-failed':
      return `The expression “${reason.expression}” at ${reason.place} failed: ${reason.message}`;
    case 'too-many-steps':
      return `The step did not come to rest within ${grouped(reason.limit)} steps: the cycle runs in a circle.`;
    case 'state-too-large':
      return `The plan would take ${reason.size} bytes; ${reason.limit} are allowed.`;
    default:
      return unreachable(reason);
  }
}

const withoutStop = (words: string): string => words.trim().replace(/\.$/, '');

/** For whoever did a task or signed: what the cycle's author wrote at the transition, and the guard where nothing is. */
function describeNeeds(refusals: readonly Refusal[]): string {
  const needs = refusals.map(({ guard, words }) => `“${withoutStop(words ?? guard)}”`).join(' · ');
  return refusals.length === 1
    ? `Nothing was changed. This must hold first: ${needs}.`
    : `Nothing was changed. One of these must hold first: ${needs}.`;
}

export function toProblemError(reason: Rejection): ProblemError {
  const detail = describeRejection(reason);
  if (reason.code === 'event-not-accepted')
    return new ProblemError('event-not-accepted', detail, { accepted: reason.accepted });
  if (reason.code === 'plan-ended') return new ProblemError('event-not-accepted', detail, { accepted: [] });
  if (reason.code !== 'guards-refused') return new ProblemError('conflict', detail);
  const errors = reason.refusals.map(({ stage, to, guard, words }) => ({
    pointer: '',
    code: 'guard',
    detail: words ?? `${to ? `From ${stage} to ${to}` : `In ${stage}`} this must hold: ${guard}`,
  }));
  return new ProblemError('guards-refused', describeNeeds(reason.refusals), { errors });
}
