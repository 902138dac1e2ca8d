// What is scored: the goals, measures and components in force over each part of a period, and what was observed.
import type { Calendar } from '../model/calendar.ts';
import type { ComponentKind } from '../model/component.ts';
import type { Goal } from '../model/goal.ts';
import type { ComponentId, MeasureId } from '../model/ids.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { LocalDate, Period } from '../model/time.ts';
import type { ActiveTime } from './activity.ts';
import type { Rates } from './amount.ts';
import type { Terms } from './judge.ts';
import type { RatedMeasure } from './score-measure.ts';

export interface ComponentPlace extends Terms {
  id: ComponentId;
  parentIds: readonly ComponentId[];
  kind?: ComponentKind | undefined;
  /** Its weight among the parts of a parent that has no goals of its own. Default 1. */
  weight?: number;
}

/** A part of the period over which nothing changed that the plan says. */
export interface Segment {
  period: Period;
  /** Of the plan. Each version is scored by itself, also where it says the same as the one before. */
  version: number;
  goals: readonly Goal[];
  measures: readonly Measure[];
  components: readonly ComponentPlace[];
  rates: Rates;
}

export interface Scoring {
  /** Standards hold for all of it. */
  period: Period;
  /** In order, one or more. */
  segments: readonly Segment[];
  /** Of all those measures; observations before the period serve measures that carry their last score. */
  observations: readonly Observation[];
  rated: ReadonlyMap<MeasureId, RatedMeasure>;
  /** The date now in the component's zone. */
  todayOf(componentId: ComponentId): LocalDate;
  calendarOf(componentId: ComponentId): Calendar;
  activeTimeOf(componentId: ComponentId): ActiveTime;
}

/** What was observed for a measure, also where it adds up the values of others; every observation is looked at once. */
export function observationsBy(observations: readonly Observation[]): (measure: Measure) => Observation[] {
  const of = groupBy(observations, ({ measureId }) => measureId);
  return ({ id, valueFrom = [] }) => [id, ...valueFrom].flatMap((source) => of.get(source) ?? []);
}

export function groupBy<One>(all: readonly One[], key: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
