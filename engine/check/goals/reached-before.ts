// What a measure reached in earlier periods, closely enough to hold a new target against it. What counts is scored
// from the same observations elsewhere, exactly.
import { Temporal } from 'temporal-polyfill';
import type { Observation } from '../../model/measure.ts';
import type { Period } from '../../model/time.ts';
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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function ratioOf(observations: readonly Observation[]): number | null {
  const over = sum(observations.map(({ denominator }) => denominator ?? 0));
  return over === 0 ? null : sum(observations.map(({ numerator }) => numerator ?? 0)) / over;
}

function valueIn({ timeAggregation }: MeasureRecord, observations: readonly Observation[]): number | null {
  const values = observations.map(({ value }) => value).filter((value) => typeof value === 'number');
  if (timeAggregation === 'ratio') return ratioOf(observations);
  const last = values.at(-1);
  if (last === undefined) return null;
  switch (timeAggregation) {
    case 'sum':
      return sum(values);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'last':
      return last;
    default:
      return sum(values) / values.length;
  }
}

/** The latest first; periods without a value are left out. */
export function reachedBefore({ given, observationsOf }: GoalView, measure: MeasureRecord): number[] {
  const { period } = given;
  if (!period) return [];
  const sorted = observationsOf(measure.id).toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
  return windowsBefore(period, 5).flatMap((window) => {
    const inside = sorted.filter(
      ({ periodStart, periodEnd }) => window.start <= periodStart && periodEnd <= window.end,
    );
    return valueIn(measure, inside) ?? [];
  });
}
