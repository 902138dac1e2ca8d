// For how many of its denominator a ratio counts. Standards are in the measure's unit, so per cent are of a hundred;
// who calls a measure a percentage without naming the unit may write its standards as shares of one.
import type { Measure } from '../model/measure.ts';
import { valuesOf } from './values-of.ts';

type Counted = Pick<Measure, 'per' | 'kind' | 'unit' | 'standards'>;

export const isPerCent = (unit: string): boolean => /^(%|per ?cent|pct\.?)$/i.test(unit.trim());

/** Could the standards be shares as well as per cent? Zeros alone are the same in both. */
export function looksLikeShares({ standards }: Pick<Measure, 'standards'>): boolean {
  const values = standards ? valuesOf(standards) : [];
  return values.some((value) => value !== 0) && values.every((value) => Math.abs(value) <= 1);
}

const hasMoreThanOne = ({ standards }: Pick<Measure, 'standards'>): boolean =>
  standards !== null && valuesOf(standards).some((value) => Math.abs(value) > 1);

export function perOf(measure: Counted): number {
  if (measure.per !== undefined) return measure.per;
  if (isPerCent(measure.unit)) return 100;
  return measure.kind === 'percent' && hasMoreThanOne(measure) ? 100 : 1;
}
