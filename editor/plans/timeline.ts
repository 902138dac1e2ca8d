// Plans over time: where each began, how long it has been in its stage, when its next act is due. Pure; places are
// shares of the span that all of them cover.
import type { PlanItem } from '../app/api/wire.ts';
import { nextAct, type Waiting } from './next-act.ts';

export interface Span {
  from: number;
  to: number;
}

export interface TimelineLine {
  /** 0 to 1, from the left. */
  began: number;
  moved: number;
  /** Now, or when it ended. */
  until: number;
  due: number | null;
  isLate: boolean;
}

type Timed = Pick<PlanItem, 'startedAt' | 'movedAt'> & Waiting;

const MARGIN = 0.02;
/** What is due later than this far behind the rest would press all bars together. */
const FARTHEST_DAYS = 120;
const DAY = 86_400_000;

const dueAt = (plan: Timed): string | null => nextAct(plan).dueAt;

export function spanOf(plans: readonly Timed[], now: string): Span {
  const at = Date.parse(now);
  const starts = plans.map(({ startedAt }) => Date.parse(startedAt));
  const dues = plans.flatMap((plan) => {
    const due = dueAt(plan);
    return due === null ? [] : [Math.min(Date.parse(due), at + FARTHEST_DAYS * DAY)];
  });
  const from = starts.reduce((least, start) => Math.min(least, start), at - DAY);
  const to = dues.reduce((most, due) => Math.max(most, due), at);
  const margin = (to - from) * MARGIN;
  return { from: from - margin, to: to + margin };
}

const share = (instant: number, { from, to }: Span): number =>
  Math.min(1, Math.max(0, (instant - from) / (to - from)));

export const placeOf = (instant: string, span: Span): number => share(Date.parse(instant), span);

export function lineOf(plan: Timed, span: Span, now: string): TimelineLine {
  const due = dueAt(plan);
  return {
    began: placeOf(plan.startedAt, span),
    moved: placeOf(plan.movedAt, span),
    until: placeOf(plan.status === 'ended' ? plan.movedAt : now, span),
    due: due === null ? null : placeOf(due, span),
    isLate: due !== null && due < now,
  };
}

/** What the word for today takes of the width, at most. */
const WORD = 0.08;

/** The first instants of months in the span, as many as there is room for, without those under the word for today. */
export function monthsIn(span: Span, now: string, most = 12): string[] {
  const { from, to } = span;
  const today = placeOf(now, span);
  const first = new Date(from);
  const months: string[] = [];
  for (let index = 1; ; index += 1) {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1));
    if (month.getTime() > to) break;
    months.push(month.toISOString());
  }
  const step = Math.max(1, Math.ceil(months.length / most));
  return months
    .filter((_, index) => index % step === 0)
    .filter((month) => Math.abs(placeOf(month, span) - today) > WORD);
}
