// The target of what adds up, over the whole period: each standard asks for the days on which it is in force and the
// component there, and for no others. By today it asks for those of them that are over.
import type { Measure } from '../model/measure.ts';
import type { Period } from '../model/time.ts';
import { type ActiveTime, activeDaysIn, overlapOf } from './activity.ts';
import { type Fraction, fractionOf, isZero, ratioOf, sumOf, times } from './fraction.ts';
import type { Window } from './window.ts';

/** A measure as it is over a part of the period. */
export interface InForce {
  measure: Measure;
  period: Period;
}

export interface Target {
  whole: Fraction;
  byToday: Fraction;
  /** From the first day on which it asks for something to the last. */
  over: Period;
}

/** It is reached bit by bit, if it is more than nothing. */
function meetsOf({ timeAggregation, standards }: Measure): Fraction | null {
  if (timeAggregation !== 'sum' || standards?.kind !== 'points') return null;
  return standards.meets > 0 ? fractionOf(standards.meets) : null;
}

/** In order of time; null: the last of them has no target, or there are no days for it. */
export function targetOver(
  inForce: readonly InForce[],
  { period, today, calendar, activity }: Window,
  time: ActiveTime,
): Target | null {
  const last = inForce.at(-1);
  if (!last || !meetsOf(last.measure) || activity.of === 0) return null;
  const parts = inForce.flatMap(({ measure, period: part }) => {
    const meets = measure.direction === last.measure.direction ? meetsOf(measure) : null;
    return meets ? [{ meets, part }] : [];
  });
  const askedIn = (days: Period | null, meets: Fraction): Fraction =>
    times(meets, ratioOf(days ? activeDaysIn(days, time, calendar) : 0, activity.of));
  const whole = sumOf(parts.map(({ meets, part }) => askedIn(part, meets)));
  const past = { start: period.start, end: today };
  const byToday = sumOf(parts.map(({ meets, part }) => askedIn(overlapOf(part, past), meets)));
  const [first] = parts;
  if (!first || isZero(whole)) return null;
  return { whole, byToday, over: { start: first.part.start, end: last.period.end } };
}
