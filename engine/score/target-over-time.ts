// The target of what adds up, over the whole period: each standard asks for the days on which it is in force and the
// component there, and for no others. By today it asks for those of them that are over.
import type { Measure } from '../model/measure.ts';
import type { Period } from '../model/time.ts';
import { addDays } from '../time/days.ts';
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
  /** The days on which it asks for something, in order: what was observed on others does not count. */
  over: Period[];
}

/** It is reached bit by bit, if it is more than nothing. */
function meetsOf({ timeAggregation, standards }: Measure): Fraction | null {
  if (timeAggregation !== 'sum' || standards?.kind !== 'points') return null;
  return standards.meets > 0 ? fractionOf(standards.meets) : null;
}

/** Parts that follow on each other are one: an observation over both of them is not cut in two. */
export function joined(periods: readonly Period[]): Period[] {
  const found: Period[] = [];
  for (const period of periods) {
    const before = found.at(-1);
    if (before && addDays(before.end, 1) === period.start)
      found[found.length - 1] = { ...before, end: period.end };
    else found.push(period);
  }
  return found;
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
  if (isZero(whole)) return null;
  return { whole, byToday, over: joined(parts.map(({ part }) => part)) };
}
