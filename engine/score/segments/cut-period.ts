// Where a period falls apart: at the days on which measures come into force or leave it.
import type { Measure } from '../../model/measure.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import { isInForceIn } from '../in-force.ts';
import type { Segment } from '../scoring.ts';

/** `starts` are first days of parts; those outside the period cut nothing. */
export function cutPeriod({ start, end }: Period, starts: readonly LocalDate[]): Period[] {
  const inside = [...new Set(starts.filter((day) => start < day && day <= end))].sort();
  return [start, ...inside].map((from, index) => {
    const next = inside[index];
    return { start: from, end: next === undefined ? end : addDays(next, -1) };
  });
}

export const cutDaysOf = ({ effectiveFrom, effectiveTo }: Measure): LocalDate[] => [
  ...(effectiveFrom ? [effectiveFrom] : []),
  ...(effectiveTo ? [addDays(effectiveTo, 1)] : []),
];

/** Does the measure come into force or leave it within the period? */
export const isCutIn = (period: Period, measure: Measure): boolean =>
  cutPeriod(period, cutDaysOf(measure)).length > 1;

/** The segment in parts over each of which the same measures are in force. */
export function cutByMeasures(segment: Segment): Segment[] {
  const periods = cutPeriod(segment.period, segment.measures.flatMap(cutDaysOf));
  return periods.map((period) => ({
    ...segment,
    period,
    measures: segment.measures.filter((measure) => isInForceIn(measure, period)),
  }));
}
