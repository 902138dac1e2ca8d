// What a scenario begins with: what it says, and a sensible default for all that it leaves out.
import { type Calendar, everyWeekdayInUtc } from '../model/calendar.ts';
import type { Component } from '../model/component.ts';
import type { ChildPlan, Facts } from '../model/facts.ts';
import { type Goal, goalDefaults } from '../model/goal.ts';
import type { JsonObject } from '../model/json.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { Given } from '../model/scenario.ts';
import type { Cadence, Instant, Period } from '../model/time.ts';
import { periodAround } from '../time/cadences.ts';
import { canonicalInstant } from '../time/instant.ts';

export interface Setting {
  start: Instant;
  period: Period;
  variables: JsonObject;
  facts: Facts;
}

/** A Monday morning. */
const defaultStart: Instant = '2026-01-05T09:00:00.000Z';

const defaultComponent: Component = {
  id: 'component',
  kind: 'team',
  name: 'The component',
  parentId: 'whole',
  ownerId: 'owner',
  managerId: 'manager',
  zone: null,
  holidayRegion: null,
};

const goalFrom = (given: NonNullable<Given['goals']>[number], { id: componentId }: Component): Goal => ({
  ...goalDefaults,
  componentId,
  title: given.id,
  dimension: 'quality',
  ...given,
});

const measureFrom = (given: NonNullable<Given['measures']>[number], goals: readonly Goal[]): Measure => ({
  goalId: goals[0]?.id ?? '',
  version: 1,
  title: given.id,
  kind: 'number',
  unit: 'points',
  direction: 'increase',
  timeAggregation: 'last',
  standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 },
  weight: 1,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'scenario',
  ...given,
});

export interface Observing {
  component: Component;
  period: Period;
  at: Instant;
  /** Counts up, so that each has an id of its own. */
  number: number;
}

export const observationFrom = (
  given: NonNullable<Given['observations']>[number],
  { component, period, at, number }: Observing,
): Observation => ({
  id: `observation-${number}`,
  componentId: component.id,
  periodStart: period.start,
  periodEnd: period.end,
  value: null,
  numerator: null,
  denominator: null,
  n: null,
  status: 'verified',
  supersedes: null,
  source: 'scenario',
  enteredBy: 'scenario',
  at,
  ...given,
});

const childFrom = ({
  id,
  name = id,
  settled = false,
  stage = [],
  outcome = null,
  score = null,
}: NonNullable<Given['children']>[number]): ChildPlan => ({
  planId: `plan-of-${id}`,
  componentId: id,
  componentName: name,
  settled,
  stage,
  outcome,
  score,
});

export function setScene(given: Given = {}, cadence?: Cadence): Setting {
  const start = canonicalInstant(given.start ?? defaultStart);
  const period = given.period ?? periodAround(start.slice(0, 10), { cadence });
  const component: Component = { ...defaultComponent, ...given.component };
  const zone = component.zone ?? everyWeekdayInUtc.zone;
  const calendar: Calendar = { ...everyWeekdayInUtc, zone, ...given.calendar };
  const goals = (given.goals ?? []).map((goal) => goalFrom(goal, component));
  const facts: Facts = {
    component,
    calendar,
    goals,
    measures: (given.measures ?? []).map((measure) => measureFrom(measure, goals)),
    observations: (given.observations ?? []).map((observation, number) =>
      observationFrom(observation, { component, period, at: start, number: number + 1 }),
    ),
    children: (given.children ?? []).map(childFrom),
  };
  return { start, period, variables: given.variables ?? {}, facts };
}
