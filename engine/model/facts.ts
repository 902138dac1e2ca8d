// What a step may know besides the plan and the event. The caller reads it, the engine only looks.
import type { AgreedVersion, Agreement } from './agreed-version.ts';
import type { Calendar } from './calendar.ts';
import type { Component, PlacedComponent, WithAbsences } from './component.ts';
import type { Goal } from './goal.ts';
import type { ComponentId, PlanId } from './ids.ts';
import type { Measure, Observation, Outcome } from './measure.ts';
import type { Instant } from './time.ts';

/** A plan of a component below this one, as far as its parent may see it. */
export interface ChildPlan {
  planId: PlanId;
  componentId: ComponentId;
  componentName: string;
  settled: boolean;
  stage: string[];
  outcome: Outcome | null;
  score: number | null;
}

export interface Facts {
  component: Component & WithAbsences;
  calendar: Calendar;
  /** Goals of the component, and the goals below it that contribute to them. */
  goals: Goal[];
  /** Measures of all those goals. */
  measures: Measure[];
  /** Observations of all those measures inside the plan's period. */
  observations: Observation[];
  children: ChildPlan[];
  /** What both sides have agreed, in order of time: the component is scored by it. Absent: nothing is agreed. */
  agreed?: AgreedVersion[];
  /** The same of the other components whose goals are given. Absent: what those goals say now counts. */
  agreements?: Agreement[];
  /** Components below, given when this one has no goals of its own: its score is then theirs, rolled up. */
  below?: PlacedComponent[];
}

/** Which parts of the facts a cycle can look at; the others may be left empty. */
export type FactName = 'goals' | 'measures' | 'observations' | 'children';

/** When a step happens and what is known then. */
export interface Situation {
  at: Instant;
  facts: Facts;
}
