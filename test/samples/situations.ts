// Components that the sample cycles have to serve, as facts: with results on each side of the standard,
// with too little data, without standards, without goals.
import {
  everyWeekdayInUtc,
  type Facts,
  type Goal,
  type Measure,
  type Observation,
} from '../../engine/index.ts';

const goal = (id: string): Goal => ({
  id,
  componentId: 'team-1',
  version: 1,
  title: `Answer ${id} in time`,
  dimension: 'timeliness',
  priority: 1,
  critical: false,
  scoreMode: 'own',
  ownShare: 1,
  aggregator: 'weightedMean',
  minCoverage: 0.7,
  alignments: [{ parentGoalId: 'city-1', mode: 'contributes', share: 1, contribution: 2 }],
  status: 'open',
});

const measure = (id: string, goalId: string, scored: boolean): Measure => ({
  id,
  goalId,
  version: 1,
  title: `Answered in time, ${id}`,
  kind: 'percent',
  unit: '%',
  direction: 'increase',
  timeAggregation: 'last',
  standards: scored ? { kind: 'points', unacceptable: 50, meets: 80, exceeds: 95 } : null,
  weight: 1,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'Service desk',
});

const observation = (measureId: string, value: number): Observation => ({
  id: `${measureId}-2026`,
  measureId,
  componentId: 'team-1',
  periodStart: '2026-01-01',
  periodEnd: '2026-03-31',
  value,
  numerator: null,
  denominator: null,
  n: null,
  status: 'verified',
  supersedes: null,
  source: 'Service desk',
  enteredBy: 'ada',
  at: '2026-04-01T09:00:00.000Z',
});

const goalIds = ['letters', 'calls', 'visits'];
const measureIds = goalIds.flatMap((id) => [`${id}-a`, `${id}-b`]);

/** `values` by measure; a measure without a value has no observation. */
const facts = (goals: readonly string[], scored: boolean, values: Record<string, number>): Facts => ({
  component: {
    id: 'team-1',
    kind: 'team',
    name: 'Service desk',
    parentId: 'city',
    ownerId: 'ada',
    managerId: 'bea',
    zone: 'UTC',
    holidayRegion: null,
  },
  calendar: everyWeekdayInUtc,
  goals: goals.map(goal),
  measures: goals.flatMap((id) => [measure(`${id}-a`, id, scored), measure(`${id}-b`, id, scored)]),
  observations: Object.entries(values).map(([id, value]) => observation(id, value)),
  children: [],
});

const all = (value: number): Record<string, number> =>
  Object.fromEntries(measureIds.map((id) => [id, value]));

export const situations: Record<string, Facts> = {
  'results below the standard': facts(goalIds, true, all(60)),
  'results that meet the standard': facts(goalIds, true, all(85)),
  'results that exceed the standard': facts(goalIds, true, all(97)),
  'one goal below and the whole met': facts(goalIds, true, { ...all(95), 'letters-a': 78, 'letters-b': 78 }),
  'too little data': facts(goalIds, true, { 'letters-a': 85 }),
  'no standards': facts(goalIds, false, all(85)),
};

/** A component whose work is carried by others, or not yet described. */
export const withoutGoals: Facts = facts([], false, {});
