// A version of a plan document that both sides have agreed.
import type { Goal } from './goal.ts';
import type { ComponentId } from './ids.ts';
import type { Measure } from './measure.ts';
import type { LocalDate } from './time.ts';

export interface AgreedVersion {
  version: number;
  /** The day on which the second side agreed. */
  from: LocalDate;
  goals: readonly Goal[];
  measures: readonly Measure[];
}

/** What is agreed of one component, in order of time. */
export interface Agreement {
  componentId: ComponentId;
  agreed: readonly AgreedVersion[];
}
