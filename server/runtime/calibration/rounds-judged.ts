// To which round of appraisals each task in which a plan was judged belongs. What a session decided, or a release, ends a
// round: whoever is asked after that is asked for the next one. Who was asked before, and answers after it, is late: what was
// decided is replaced only by a later decision.
import type { Purpose } from '../../../engine/index.ts';

const forms = ['self-appraisal', 'appraisal', 'calibration'] as const;
type Form = (typeof forms)[number];

export interface Asked {
  form: Form | null;
  state: string;
  /** When whoever answers, or whoever they stand in for, was asked. */
  askedAt: string;
  completedAt: string | null;
}

const isDone = ({ state }: Asked): boolean => state === 'completed';
export const isGiven = (one: Asked): boolean => one.form === 'appraisal' && isDone(one);
export const isAsked = ({ form, state }: Asked): boolean => form === 'appraisal' && state === 'open';
const isDecision = (one: Asked): boolean => one.form === 'calibration' && isDone(one);

const decidedAfter = (askedAt: string, { completedAt }: Asked): boolean =>
  completedAt !== null && completedAt > askedAt;

/** `before` is what was completed before `one`. */
const isLate = (one: Asked, before: readonly Asked[]): boolean =>
  isGiven(one) && before.some((other) => isDecision(other) && decidedAfter(one.askedAt, other));

/** Without appraisals that a session did not wait for. `judged` is in the order of completion, here and below. */
export const inTime = <One extends Asked>(judged: readonly One[]): One[] =>
  judged.filter((one, index) => !isLate(one, judged.slice(0, index)));

/** What stands comes last: late appraisals come before what was decided while they were awaited. */
export function asItStands<One extends Asked>(judged: readonly One[]): One[] {
  const ordered: One[] = [];
  for (const one of judged) {
    const place = isLate(one, ordered)
      ? ordered.findIndex((other) => isDecision(other) && decidedAfter(one.askedAt, other))
      : ordered.length;
    ordered.splice(place, 0, one);
  }
  return ordered;
}

/** Of tasks in the order of their completion, what belongs to the last appraisal, given or asked for; `releases` are the instants at which ratings were released. */
export function ofLastRound<One extends Asked>(judged: readonly One[], releases: readonly string[]): One[] {
  const decisions = judged.filter(isDecision).flatMap(({ completedAt }) => completedAt ?? []);
  const ends = [...decisions, ...releases];
  const partOf = ({ askedAt }: Asked): number => ends.filter((end) => end <= askedAt).length;
  const parts = judged.filter((one) => isGiven(one) || isAsked(one)).map(partOf);
  if (parts.length === 0) return [...judged];
  const last = Math.max(...parts);
  const before = Math.max(-1, ...parts.filter((part) => part < last));
  return judged.filter((one) => partOf(one) > before && partOf(one) <= last);
}

/** Whether somebody was asked after an appraisal was given: then releases tell the rounds apart. */
export function isAskedAnew(judged: readonly Asked[]): boolean {
  const first = judged.find(isGiven)?.completedAt ?? null;
  return first !== null && judged.some(({ form, askedAt }) => form !== 'calibration' && askedAt >= first);
}

/** Whether somebody else judged before the task was asked for. */
export const isBefore =
  ({ askedAt }: Asked) =>
  ({ form, completedAt }: Asked): boolean =>
    form !== 'self-appraisal' && completedAt !== null && completedAt <= askedAt;

type Purposed = Omit<Asked, 'form'> & { purpose: Purpose | null };

/** By what a task is for; one that answers a dispute decides as a session does. */
export const asJudged = <Task extends Purposed>(task: Task): Asked & { task: Task } => ({
  task,
  form: task.purpose === 'appeal' ? 'calibration' : (forms.find((form) => form === task.purpose) ?? null),
  state: task.state,
  askedAt: task.askedAt,
  completedAt: task.completedAt,
});
