// Whether a score can change from one day to the next although nothing new is known.
import type { Measure } from '../model/measure.ts';

/** What is not due or in force yet, milestones that pass, carried scores that grow too old, and the pace of sums. */
const waitsForDay = ({ dueFrom, effectiveFrom, kind, missingPolicy, timeAggregation }: Measure): boolean =>
  [dueFrom, effectiveFrom].some(Boolean) ||
  kind === 'milestones' ||
  missingPolicy === 'carry' ||
  timeAggregation === 'sum';

export const restsOnDay = (measures: readonly Measure[]): boolean => measures.some(waitsForDay);
