// Whether what was observed says something of a period: when any day of it does.
import type { Observation, Period } from '../../../engine/index.ts';

export const isInPeriod = (
  { periodStart, periodEnd }: Pick<Observation, 'periodStart' | 'periodEnd'>,
  { start, end }: Period,
): boolean => periodStart <= end && periodEnd >= start;
