// Whether a score can change from one day to the next although nothing new is known.
import type { Measure } from '../model/measure.ts';

/** What is not due yet, milestones that pass, and carried scores that grow too old. */
const waitsForDay = ({ dueFrom, kind, missingPolicy }: Measure): boolean =>
  dueFrom !== null || kind === 'milestones' || missingPolicy === 'carry';

export const restsOnDay = (measures: readonly Measure[]): boolean => measures.some(waitsForDay);
