// A version of a plan document that both sides have agreed.
import type { Goal } from './goal.ts';
import type { Measure } from './measure.ts';
import type { LocalDate } from './time.ts';

export interface AgreedVersion {
  version: number;
  /** The day on which the second side agreed. */
  from: LocalDate;
  goals: readonly Goal[];
  measures: readonly Measure[];
}
