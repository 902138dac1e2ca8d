// What a measure came to in earlier periods, each as long as the one in question and drawn together over time as that is:
// so that a standard can be held against it.
import { Temporal } from 'temporal-polyfill';
import { everyWeekdayInUtc } from '../../model/calendar.ts';
import type { Measure, Observation } from '../../model/measure.ts';
import type { Period } from '../../model/time.ts';
import { takeMeasurement } from '../../score/measurement.ts';
import type { GoalView, MeasureRecord } from './records.ts';

/** The windows before the period, each as long as the period is, the latest first. */
function windowsBefore({ start, end }: Period, count: number): Period[] {
  const first = Temporal.PlainDate.from(start);
  const days = first.until(Temporal.PlainDate.from(end), { largestUnit: 'day' }).days + 1;
  const months = Math.max(1, Math.round(days / 30.4));
  return Array.from({ length: count }, (_, back) => {
    const from = first.subtract({ months: months * (back + 1) });
    return { start: from.toString(), end: from.add({ months }).subtract({ days: 1 }).toString() };
  });
}

export interface Reached {
  period: Period;
  /** In the measure's unit. */
  value: number;
}

/**
 * In the period so far and in as many before it as are asked for, the latest first. Periods without a number are left out;
 * so is every measure of dates, whose days late are counted from another day each time.
 */
export function reachedOver(
  measure: Measure,
  observations: readonly Observation[],
  period: Period,
  before: number,
): Reached[] {
  if (measure.kind === 'date') return [];
  return [period, ...windowsBefore(period, before)].flatMap((window) => {
    const over = { period: window, segment: window, calendar: everyWeekdayInUtc, rates: {} };
    const { value } = takeMeasurement(measure, observations, over).measurement;
    return typeof value === 'number' ? [{ period: window, value }] : [];
  });
}

/** The latest first; periods without a value are left out. */
export function reachedBefore({ given, observationsOf }: GoalView, measure: MeasureRecord): number[] {
  const { period } = given;
  if (!period) return [];
  const observations = [measure.id, ...(measure.valueFrom ?? [])].flatMap(observationsOf);
  return reachedOver(measure, observations, period, 5)
    .filter((one) => one.period !== period)
    .map(({ value }) => value);
}
