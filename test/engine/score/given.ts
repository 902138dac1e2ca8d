// Plain goals, measures and observations to build examples from: say only what the example is about.
import type { Calendar, Goal, Measure, Observation, Standards } from '../../../engine/index.ts';
import type { Window } from '../../../engine/score/window.ts';

export const year = { start: '2025-01-01', end: '2025-12-31' };
const yearEnd = '2026-01-01T00:00:00.000Z';
export const utc: Calendar = { zone: 'UTC', workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };

export const points = (unacceptable: number, meets: number, exceeds?: number): Standards => ({
  kind: 'points',
  unacceptable,
  meets,
  ...(exceeds !== undefined && { exceeds }),
});

export const aGoal = (given: Partial<Goal> = {}): Goal => ({
  id: 'goal',
  componentId: 'unit',
  version: 1,
  title: 'Answer every call',
  dimension: 'quality',
  priority: 1,
  critical: false,
  scoreMode: 'own',
  ownShare: 1,
  aggregator: 'weightedMean',
  minCoverage: 0.7,
  alignments: [],
  status: 'open',
  ...given,
});

export const aMeasure = (given: Partial<Measure> = {}): Measure => ({
  id: 'measure',
  goalId: 'goal',
  version: 1,
  title: 'Calls answered',
  kind: 'number',
  unit: 'calls',
  direction: 'increase',
  timeAggregation: 'last',
  standards: points(0, 100, 120),
  weight: 1,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'register',
  ...given,
});

export const anObservation = (given: Partial<Observation> = {}): Observation => ({
  id: 'observation',
  measureId: 'measure',
  componentId: 'unit',
  periodStart: year.start,
  periodEnd: year.end,
  value: 100,
  numerator: null,
  denominator: null,
  n: null,
  status: 'verified',
  supersedes: null,
  source: 'register',
  enteredBy: 'import',
  at: '2026-01-01T00:00:00Z',
  ...given,
});

export const whole = { period: year, at: yearEnd, calendar: utc };

export const aWindow = (given: Partial<Window> = {}): Window => ({
  period: year,
  segment: given.period ?? year,
  today: '2026-01-01',
  calendar: utc,
  activity: { days: 365, of: 365, standing: 'rated' },
  rates: {},
  ...given,
});
