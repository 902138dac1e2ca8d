// How far a measure has come, for people who look at it before the period is over: against its target, and against what
// may be expected by today. A figure beside the score, never a result.
import type { Measure, Observation } from '../model/measure.ts';
import type { LocalDate, Period } from '../model/time.ts';
import { addDays, daysIn } from '../time/days.ts';
import { daysBetween } from '../time/instant.ts';
import { type ActiveTime, overlapOf } from './activity.ts';
import { scoreOfNumber } from './curve.ts';
import { compare, type Fraction, hundred, isZero, one, over, roundScore, sumOf } from './fraction.ts';
import { curveOfMeasure } from './measure-curve.ts';
import { takeMeasurement } from './measurement.ts';
import { standingObservations } from './observed.ts';
import { elapsedOf } from './pace.ts';
import { type InForce, joined, targetOver } from './target-over-time.ts';
import type { Window } from './window.ts';

export interface Progress {
  /** Of the target, 1 is all of it: what has added up so far, or how near the standard the value is. */
  actual: number;
  /** What `actual` would be by today if all went evenly. */
  expected: number;
  /** The target is a limit that must not be used up: less is better. */
  isLimit: boolean;
  standing: 'ahead' | 'onPace' | 'behind';
}

const standingOf = (actual: Fraction, expected: Fraction, isLimit: boolean): Progress['standing'] => {
  const difference = isLimit ? compare(expected, actual) : compare(actual, expected);
  return difference === 0 ? 'onPace' : difference > 0 ? 'ahead' : 'behind';
};

const progress = (actual: Fraction, expected: Fraction, isLimit: boolean): Progress => ({
  actual: roundScore(actual),
  expected: roundScore(expected),
  isLimit,
  standing: standingOf(actual, expected, isLimit),
});

/**
 * `inForce` is the measure in the parts of the period in which it counts, as it is today the last of them. Null: nothing is
 * observed, there is no standard, or the period has not begun.
 */
export function progressOf(
  inForce: readonly InForce[],
  observations: readonly Observation[],
  window: Window,
  time: ActiveTime,
): Progress | null {
  const measure = inForce.at(-1)?.measure;
  const curve = measure && curveOfMeasure(measure);
  if (!measure || !curve || curve.kind === 'levels') return null;
  const isSum = measure.timeAggregation === 'sum';
  const days = isSum ? joined(inForce.map(({ period }) => period)) : [window.segment];
  const elapsed = elapsedOf(window, time, days);
  if (elapsed === null) return null;
  const past = observations.filter(({ periodEnd }) => periodEnd <= window.today);
  const target = targetOver(inForce, window, time);
  const counted = (target?.over ?? days).flatMap(
    (segment) => takeMeasurement(measure, past, { ...window, segment }).exact ?? [],
  );
  if (counted.length === 0) return null;
  const exact = sumOf(counted);
  if (target)
    return progress(
      over(exact, target.whole),
      over(target.byToday, target.whole),
      measure.direction === 'decrease',
    );
  const scale = isSum && !isZero(elapsed) ? elapsed : one;
  return progress(over(scoreOfNumber(curve, exact, scale), hundred), one, false);
}

/** Values seldom come to the day, and a week or two without one is no silence. */
const patience = 14;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** As often as values came so far: by the time between them, or by the length of the only one. */
function rhythmOf(standing: readonly Observation[]): number {
  const ends = [...new Set(standing.map(({ periodEnd }) => periodEnd))];
  const gaps = ends.slice(1).map((end, index) => daysBetween(ends[index] ?? end, end));
  const [only] = standing;
  const length = only ? daysIn({ start: only.periodStart, end: only.periodEnd }) : 0;
  return Math.max(patience, gaps.length > 0 ? median(gaps) : length);
}

/** What is due in a leave, or after it, waits for as many days as it takes: tasks of who is away do as well. */
const putOff = (due: LocalDate, since: LocalDate, leaves: readonly Period[]): LocalDate =>
  leaves.reduce((day, leave) => {
    const missed = overlapOf(leave, { start: addDays(since, 1), end: leave.end });
    return missed && leave.start <= day ? addDays(day, daysIn(missed)) : day;
  }, due);

interface Waiting {
  today: LocalDate;
  /** Of who records the values, in order. */
  leaves: readonly Period[];
}

/** The day since which a value should have come; null: none is overdue, or none has come yet. */
export function staleSince(
  measure: Measure,
  observations: readonly Observation[],
  { today, leaves }: Waiting,
): LocalDate | null {
  const standing = standingObservations(measure, observations);
  const last = standing.at(-1);
  if (!last) return null;
  const due = putOff(addDays(last.periodEnd, rhythmOf(standing)), last.periodEnd, leaves);
  return due < today ? due : null;
}

const mostPoints = 12;

/** The latest values in order of time, as far as they are numbers. */
export const trendOf = (
  measure: Measure,
  observations: readonly Observation[],
): { end: LocalDate; value: number }[] =>
  standingObservations(measure, observations)
    .flatMap(({ periodEnd, value, numerator, denominator }) => {
      if (typeof value === 'number') return [{ end: periodEnd, value }];
      return numerator !== null && denominator ? [{ end: periodEnd, value: numerator / denominator }] : [];
    })
    .slice(-mostPoints);
