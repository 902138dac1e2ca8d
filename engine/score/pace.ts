// Pace: how an additive measure would come out if the rest of the window went like the part that is over.
// It is a figure of its own for dashboards and is never stored as a result.
import type { Measure, Observation } from '../model/measure.ts';
import type { Period } from '../model/time.ts';
import { type ActiveTime, activeDaysIn, overlapOf } from './activity.ts';
import { scoreOfNumber } from './curve.ts';
import { type Fraction, ratioOf, roundScore } from './fraction.ts';
import { curveOfMeasure } from './measure-curve.ts';
import { takeMeasurement } from './measurement.ts';
import type { Window } from './window.ts';

export interface Pace {
  score: number;
  /** Active days that are over, of the days of the window. */
  elapsed: number;
}

/** Active days that are over, of those of the window; null: none is. `over` are the parts of it that count. */
export function elapsedOf(
  { period, today, calendar, activity }: Window,
  time: ActiveTime,
  over: readonly Period[] = [period],
): Fraction | null {
  const past = over.flatMap((part) => overlapOf(part, { start: period.start, end: today }) ?? []);
  const days = past.reduce((sum, part) => sum + activeDaysIn(part, time, calendar), 0);
  return days > 0 && activity.of > 0 ? ratioOf(days, activity.of) : null;
}

/** Null: the measure does not add up over time, nothing of it is over, or there is nothing to score. */
export function paceOf(
  measure: Measure,
  observations: readonly Observation[],
  window: Window,
  time: ActiveTime,
): Pace | null {
  const curve = curveOfMeasure(measure);
  const elapsed = elapsedOf(window, time);
  if (measure.timeAggregation !== 'sum' || curve === null || curve.kind === 'levels' || elapsed === null)
    return null;
  const past = observations.filter(({ periodEnd }) => periodEnd <= window.today);
  const { exact } = takeMeasurement(measure, past, window);
  return exact && { score: roundScore(scoreOfNumber(curve, exact, elapsed)), elapsed: roundScore(elapsed) };
}
