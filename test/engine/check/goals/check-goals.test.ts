// Goals, measures, standards and alignments: a sound set, and what the check says when one thing in it is wrong.
import { describe, expect, test } from 'vitest';
import {
  type Component,
  checkGoals,
  type GoalRecord,
  type GoalsToCheck,
  type MeasureRecord,
  type Observation,
  type Standards,
} from '../../../../engine/index.ts';

const component = (id: string, parentId: string | null): Component => ({
  id,
  kind: 'department',
  name: id,
  parentId,
  ownerId: `${id}-owner`,
  managerId: null,
  zone: null,
  holidayRegion: null,
});

const goal = (id: string, given: Partial<GoalRecord> = {}): GoalRecord => ({
  id,
  componentId: 'parks',
  version: 1,
  title: 'Open ten playgrounds for children under six',
  dimension: 'quantity',
  priority: 30,
  critical: false,
  scoreMode: 'own',
  ownShare: 1,
  aggregator: 'weightedMean',
  minCoverage: 0.7,
  alignments: [{ parentGoalId: 'city-1', mode: 'contributes', share: 0.3, contribution: 2 }],
  status: 'open',
  ...given,
});

const points = (unacceptable: number, meets: number, exceeds?: number): Standards => ({
  kind: 'points',
  unacceptable,
  meets,
  ...(exceeds === undefined ? {} : { exceeds }),
});

const measure = (id: string, goalId: string, given: Partial<MeasureRecord> = {}): MeasureRecord => ({
  id,
  goalId,
  version: 1,
  title: 'Playgrounds in use',
  kind: 'number',
  unit: 'playgrounds',
  direction: 'increase',
  timeAggregation: 'last',
  standards: points(5, 10, 12),
  weight: 1,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'Site reports',
  frequency: 'P1M',
  ...given,
});

const observation = (
  measureId: string,
  month: string,
  value: number,
  given: Partial<Observation> = {},
): Observation => ({
  id: `${measureId}-${month}`,
  measureId,
  componentId: 'parks',
  periodStart: `${month}-01`,
  periodEnd: `${month}-28`,
  value,
  numerator: null,
  denominator: null,
  n: null,
  status: 'verified',
  supersedes: null,
  source: 'Site reports',
  enteredBy: 'clerk',
  at: `${month}-28T12:00:00Z`,
  ...given,
});

const cityGoal = goal('city-1', {
  componentId: 'city',
  title: 'Raise the share of children near a playground',
  priority: 50,
  dimension: 'quality',
  scoreMode: 'children',
  alignments: [],
});

const sound = {
  period: { start: '2026-01-01', end: '2026-12-31' },
  components: [component('city', null), component('parks', 'city')],
  goals: [
    cityGoal,
    goal('city-2', {
      ...cityGoal,
      id: 'city-2',
      title: 'Cut the cost of an inspection by a tenth',
      dimension: 'cost',
      scoreMode: 'own',
      priority: 30,
    }),
    goal('city-3', {
      ...cityGoal,
      id: 'city-3',
      title: 'Answer every complaint within ten days',
      dimension: 'timeliness',
      scoreMode: 'own',
      priority: 20,
    }),
    goal('p1'),
    goal('p2', { title: 'Repair every broken swing within five days', dimension: 'timeliness' }),
    goal('p3', { title: 'Keep the cost of a repair under 400 dollars', dimension: 'cost', priority: 40 }),
  ],
  measures: [
    measure('c2', 'city-2', {
      title: 'Cost of an inspection',
      kind: 'currency',
      unit: 'USD',
      direction: 'decrease',
      timeAggregation: 'mean',
      standards: points(200, 150, 120),
    }),
    measure('c3', 'city-3', {
      title: 'Days to an answer',
      direction: 'decrease',
      unit: 'days',
      timeAggregation: 'mean',
      standards: points(20, 10, 5),
    }),
    measure('m1', 'p1'),
    measure('m2', 'p2', {
      title: 'Days until a swing works again',
      direction: 'decrease',
      unit: 'days',
      timeAggregation: 'mean',
      standards: points(10, 5, 2),
    }),
    measure('m3', 'p3', {
      title: 'Cost of a repair',
      kind: 'currency',
      unit: 'USD',
      direction: 'decrease',
      timeAggregation: 'mean',
      standards: points(600, 400, 300),
    }),
  ],
  observations: [],
} satisfies GoalsToCheck;

type Change = Partial<GoalsToCheck>;
const lines = (changes: Change = {}): string[] =>
  checkGoals({ ...sound, ...changes }).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);

/** With the record of the id changed; a goal of index 3 is p1, a measure of index 2 is m1. */
const withGoal = (id: string, change: Partial<GoalRecord>): Change => ({
  goals: sound.goals.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const withMeasure = (id: string, change: Partial<MeasureRecord>): Change => ({
  measures: sound.measures.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const without = (id: string): Change => ({ measures: sound.measures.filter((one) => one.id !== id) });
const months = (year: number): string[] =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
const yearly = (measureId: string, values: Record<number, number>): Observation[] =>
  Object.entries(values).map(([year, value]) =>
    observation(measureId, `${year}-12`, value, { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` }),
  );

test('a sound set of goals has no problems', () => {
  expect(lines()).toEqual([]);
});

test('findings are sentences about the record that they point at', () => {
  expect(
    checkGoals({ ...sound, ...withGoal('p1', { title: 'Attend the meetings of the district' }) }),
  ).toEqual([
    {
      code: 'GOAL-03',
      severity: 'warning',
      pointer: '/goals/3/title',
      stage: null,
      message:
        '“Attend the meetings of the district” begins with “attend”: is it an accomplishment or an activity? Name what will be different.',
    },
  ]);
});

test('a frequency that is no span is told of as what it is', () => {
  const [problem] = checkGoals({ ...sound, ...withMeasure('m1', { frequency: 'monthly' }) });
  expect(problem?.message).toBe(
    '“Playgrounds in use” is observed “monthly”, which is no span. Write one such as P1M.',
  );
});

test('a standard is told with its unit, as people write it', () => {
  const perfect = { direction: 'decrease', unit: 'errors', standards: points(3, 0) } as const;
  const told = checkGoals({ ...sound, ...withMeasure('m1', perfect) }).find(({ code }) => code === 'STD-04');
  expect(told?.message).toContain('(0 errors)');
});

describe('goals', () => {
  const more = (count: number): Change => ({
    goals: [
      ...sound.goals,
      ...Array.from({ length: count }, (_, at) =>
        goal(`x${at}`, { title: `Plant ${at + 2} trees along the river`, dimension: 'quality' }),
      ),
    ],
    measures: [...sound.measures, ...Array.from({ length: count }, (_, at) => measure(`x${at}`, `x${at}`))],
  });

  const cases: [string, Change, string[]][] = [
    [
      'GOAL-01: are three to five',
      { goals: sound.goals.filter(({ id }) => !['p2', 'p3'].includes(id)) },
      ['info GOAL-01 /goals/3'],
    ],
    ['GOAL-01: are seven at most', more(5), ['warning GOAL-01 /goals/3']],
    [
      'GOAL-01: have five measures at most',
      { measures: [...sound.measures, ...Array.from({ length: 5 }, (_, at) => measure(`y${at}`, 'p1'))] },
      ['warning GOAL-01 /goals/3'],
    ],
    [
      'GOAL-02: belong to a component',
      withGoal('p1', { componentId: 'sewers' }),
      ['info GOAL-01 /goals/4', 'info GOAL-01 /goals/3', 'error GOAL-02 /goals/3/componentId'],
    ],
    [
      'GOAL-02: have an owner',
      { components: [component('city', null), { ...component('parks', 'city'), ownerId: null }] },
      ['error GOAL-02 /goals/3/ownerId', 'error GOAL-02 /goals/4/ownerId', 'error GOAL-02 /goals/5/ownerId'],
    ],
    [
      'GOAL-02: start',
      {
        ...withGoal('p1', { due: '2026-06-30' }),
        period: undefined,
        ...{
          goals: [{ ...goal('p1'), due: '2026-06-30' }],
          measures: [measure('m1', 'p1')],
          components: undefined,
        },
      },
      ['info GOAL-01 /goals/0', 'error GOAL-02 /goals/0/start'],
    ],
    [
      'GOAL-02: are due',
      {
        period: undefined,
        components: undefined,
        goals: [{ ...goal('p1'), start: '2026-06-30' }],
        measures: [measure('m1', 'p1')],
      },
      ['info GOAL-01 /goals/0', 'error GOAL-02 /goals/0/due'],
    ],
    [
      'GOAL-02: are due after their start',
      withGoal('p1', { start: '2026-06-01', due: '2026-05-01' }),
      ['error GOAL-02 /goals/3/due'],
    ],
    [
      'GOAL-02: are due within the period',
      withGoal('p1', { due: '2027-03-01' }),
      ['error GOAL-02 /goals/3/due'],
    ],
    [
      'GOAL-02: may last longer when they say so',
      withGoal('p1', { due: '2027-03-01', multiCycle: true }),
      [],
    ],
    [
      'GOAL-03: begin with a verb',
      withGoal('p1', { title: 'Ten new playgrounds for children' }),
      ['warning GOAL-03 /goals/3/title'],
    ],
    [
      'GOAL-03: name a result',
      withGoal('p1', { title: 'Open playgrounds' }),
      ['warning GOAL-03 /goals/3/title'],
    ],
    ['GOAL-03: name a result by a figure', withGoal('p1', { title: 'Reach 99 % uptime' }), []],
    [
      'GOAL-03: are no activities',
      withGoal('p1', { title: 'Support the playgrounds of the district' }),
      ['warning GOAL-03 /goals/3/title'],
    ],
    [
      'GOAL-04: say what vague words mean',
      {
        ...withGoal('p1', { title: 'Improve the playgrounds of the district' }),
        ...withMeasure('m1', { standards: null }),
      },
      ['warning GOAL-04 /goals/3/title'],
    ],
    [
      'GOAL-04: may be vague where a measure is not',
      withGoal('p1', { title: 'Improve the playgrounds of the district' }),
      [],
    ],
    ['GOAL-05: have a measure', without('m1'), ['warning GOAL-05 /goals/3']],
    [
      'GOAL-06: serve a goal above',
      withGoal('p1', { alignments: [] }),
      ['warning GOAL-06 /goals/3/alignments'],
    ],
    [
      'GOAL-06: are served by goals below when they rest on them',
      {
        goals: sound.goals.map((one) => ({
          ...one,
          alignments: one.alignments.map((link) => ({ ...link, mode: 'aligned' as const })),
        })),
      },
      ['warning GOAL-06 /goals/0'],
    ],
    [
      'GOAL-07: are of more than one dimension',
      {
        goals: sound.goals.map((one) =>
          one.componentId === 'parks' ? { ...one, dimension: 'quantity' as const } : one,
        ),
      },
      ['warning GOAL-07 /goals/3/dimension'],
    ],
    ['GOAL-08: weigh 60 % at most', withGoal('p3', { priority: 150 }), ['warning GOAL-08 /goals/5/priority']],
    ['GOAL-08: weigh 5 % at least', withGoal('p3', { priority: 1 }), ['warning GOAL-08 /goals/5/priority']],
    [
      'GOAL-09: are measured where they can be reached',
      { observations: [observation('m1', '2026-01', 6, { componentId: 'city' })] },
      ['warning GOAL-09 /measures/2'],
    ],
    [
      'GOAL-09: may share a result that says so',
      {
        ...withMeasure('m1', { shared: true }),
        observations: [observation('m1', '2026-01', 6, { componentId: 'city' })],
      },
      [],
    ],
    [
      'GOAL-10: are not judged by who sets them alone',
      {
        observations: [observation('m1', '2026-01', 6, { enteredBy: 'parks-owner', status: 'provisional' })],
      },
      ['info GOAL-10 /measures/2'],
    ],
  ];

  test.each(cases)('%s', (_, changes, expected) => {
    expect(lines(changes).toSorted()).toEqual(expected.toSorted());
  });
});

describe('measures', () => {
  const sawTooth = months(2024)
    .concat(months(2025))
    .map((month, at) => observation('m1', month, 10 * ((at % 6) + 1)));

  const cases: [string, Change, string[]][] = [
    ['MEAS-01: have a unit', withMeasure('m1', { unit: ' ' }), ['error MEAS-01 /measures/2/unit']],
    ['MEAS-01: have a source', withMeasure('m1', { source: '' }), ['error MEAS-01 /measures/2/source']],
    [
      'MEAS-01: say how often they are observed',
      withMeasure('m1', { frequency: null }),
      ['error MEAS-01 /measures/2/frequency'],
    ],
    [
      'MEAS-01: may show how often by being observed',
      { ...withMeasure('m1', { frequency: null }), observations: [observation('m1', '2026-01', 6)] },
      [],
    ],
    [
      'MEAS-01: have both parts of a ratio',
      {
        ...withMeasure('m1', {
          kind: 'percent',
          unit: '%',
          timeAggregation: 'ratio',
          standards: points(50, 80, 90),
        }),
        observations: [observation('m1', '2026-01', 60, { numerator: 6, denominator: null })],
      },
      ['error MEAS-01 /measures/2/timeAggregation'],
    ],
    [
      'MEAS-02: do not add up percentages',
      withMeasure('m1', {
        kind: 'percent',
        unit: '%',
        timeAggregation: 'sum',
        standards: points(50, 80, 90),
      }),
      ['warning MEAS-02 /measures/2/timeAggregation'],
    ],
    [
      'MEAS-02: do not average counts',
      withMeasure('m1', { unit: 'inspections', timeAggregation: 'mean' }),
      ['warning MEAS-02 /measures/2/timeAggregation'],
    ],
    [
      'MEAS-02: may average rates',
      withMeasure('m1', { unit: 'inspections per day', timeAggregation: 'mean' }),
      [],
    ],
    [
      'MEAS-02: do not keep the last of a flow',
      withMeasure('m1', { title: 'Permits issued', unit: 'permits' }),
      ['warning MEAS-02 /measures/2/timeAggregation'],
    ],
    [
      'MEAS-02: are no running totals',
      {
        ...withMeasure('m1', { timeAggregation: 'mean', unit: 'points', standards: points(5, 40, 45) }),
        observations: sawTooth,
      },
      ['warning MEAS-02 /measures/2/timeAggregation'],
    ],
    [
      'MEAS-02: may climb and fall otherwise',
      {
        ...withMeasure('m1', { timeAggregation: 'mean', unit: 'points' }),
        observations: sawTooth.map((one, at) => ({ ...one, value: [8, 7, 9, 6][at % 4] ?? 0 })),
      },
      [],
    ],
    [
      'MEAS-03: are observed',
      { observations: [observation('m1', '2026-01', 6)], today: '2026-06-01' },
      ['warning MEAS-03 /measures/2'],
    ],
    [
      'MEAS-03: may be a little late',
      { observations: [observation('m1', '2026-01', 6)], today: '2026-03-01' },
      [],
    ],
    [
      'MEAS-04: of a goal are in one currency',
      {
        measures: [
          ...sound.measures,
          measure('m4', 'p3', {
            title: 'Cost of parts',
            kind: 'currency',
            unit: 'EUR',
            direction: 'decrease',
            timeAggregation: 'mean',
            standards: points(200, 100, 50),
          }),
        ],
      },
      ['warning MEAS-04 /measures/5/unit'],
    ],
  ];

  test.each(cases)('%s', (_, changes, expected) => {
    expect(lines(changes).toSorted()).toEqual(expected.toSorted());
  });
});

describe('standards', () => {
  const levels = (scores: Record<string, number>): Partial<MeasureRecord> => ({
    kind: 'rubric',
    direction: 'rubric',
    standards: { kind: 'levels', levels: scores },
  });

  const cases: [string, Change, string[]][] = [
    [
      'STD-01: differ',
      withMeasure('m1', { standards: points(10, 10, 12) }),
      ['error STD-01 /measures/2/standards'],
    ],
    [
      'STD-02: run in the direction of the measure',
      withMeasure('m1', { standards: points(12, 10, 8) }),
      ['error STD-02 /measures/2/standards'],
    ],
    [
      'STD-03: do not overlap',
      withMeasure('m1', levels({ 1: 0, 2: 100, 3: 60, 4: 120 })),
      ['error STD-03 /measures/2/standards'],
    ],
    [
      'STD-03: have no level left out',
      withMeasure('m1', levels({ 1: 0, 2: 100, 4: 120 })),
      ['error STD-03 /measures/2/standards'],
    ],
    [
      'STD-03: leave no gap between outcomes',
      withMeasure('m1', levels({ 1: 0, 2: 60, 3: 120 })),
      ['error STD-03 /measures/2/standards'],
    ],
    [
      'STD-03: may be levels that rise',
      withMeasure('m1', levels({ 1: 0, 2: 60, 3: 100, 4: 110, 5: 120 })),
      [],
    ],
    [
      'STD-04: are not perfection',
      withMeasure('m2', { standards: { kind: 'points', unacceptable: 10, meets: 0, exceeds: -1 } }),
      ['warning STD-04 /measures/3/standards'],
    ],
    [
      'STD-04: are not a hundred percent',
      withMeasure('m1', { kind: 'percent', unit: '%', standards: points(80, 100) }),
      ['warning STD-04 /measures/2/standards', 'info STD-07 /measures/2/standards'],
    ],
    [
      'STD-04: may be less than a hundred percent, however the unit is written',
      withMeasure('m1', { kind: 'percent', unit: 'percent', standards: points(80, 90, 95) }),
      [],
    ],
    [
      'STD-04: may be perfection where law demands it',
      withMeasure('m2', { absolute: 'Safety of lifts, city law 28', standards: points(10, 0, -1) }),
      [],
    ],
    [
      'STD-05: say what to do',
      withMeasure('m1', { title: 'Does not miss deadlines' }),
      ['warning STD-05 /measures/2/title'],
    ],
    [
      'STD-06: ask for what was reached before',
      { observations: yearly('m1', { 2023: 8, 2024: 11, 2025: 12 }) },
      ['warning STD-06 /measures/2/standards'],
    ],
    [
      'STD-06: stay within reach',
      { observations: yearly('m1', { 2023: 5, 2024: 6, 2025: 6 }) },
      ['warning STD-06 /measures/2/standards'],
    ],
    [
      'STD-06: may be out of reach for a stretch goal',
      { ...withGoal('p1', { stretch: true }), observations: yearly('m1', { 2023: 5, 2024: 6, 2025: 6 }) },
      [],
    ],
    [
      'STD-06: of a stretch goal do not move pay',
      withGoal('p1', { stretch: true, paid: true }),
      ['warning STD-06 /measures/2/standards'],
    ],
    [
      'STD-06: that get harder by less pass',
      { observations: yearly('m2', { 2023: 7, 2024: 6, 2025: 6 }) },
      [],
    ],
    [
      'STD-06: where less is better ask for less',
      { observations: yearly('m2', { 2023: 4, 2024: 4, 2025: 3 }) },
      ['warning STD-06 /measures/3/standards'],
    ],
    [
      'STD-07: let somebody exceed',
      withMeasure('m1', { standards: points(5, 10) }),
      ['info STD-07 /measures/2/standards'],
    ],
  ];

  test.each(cases)('%s', (_, changes, expected) => {
    expect(lines(changes).toSorted()).toEqual(expected.toSorted());
  });
});

describe('alignments', () => {
  const link = (parentGoalId: string, share: number) => ({
    parentGoalId,
    mode: 'contributes' as const,
    share,
    contribution: 2,
  });

  const cases: [string, Change, string[]][] = [
    [
      'ALN-01: do not run in a circle',
      {
        goals: sound.goals.map((one) => {
          if (one.id === 'p1') return { ...one, alignments: [link('city-1', 0.3), link('p2', 0.1)] };
          return one.id === 'p2' ? { ...one, alignments: [link('p1', 0.3)] } : one;
        }),
      },
      ['error ALN-01 /goals/3/alignments'],
    ],
    [
      'ALN-02: add up values of one unit',
      withMeasure('c2', { valueFrom: ['m2'] }),
      ['error ALN-02 /measures/0/valueFrom/0'],
    ],
    ['ALN-02: may add up values of the same unit', withMeasure('c2', { valueFrom: ['m3'] }), []],
    [
      'ALN-03: count a goal once',
      withGoal('p1', { alignments: [link('city-1', 0.8), link('city-2', 0.5)] }),
      ['warning ALN-03 /goals/3/alignments'],
    ],
    [
      'ALN-03: count a goal once, also in a single other',
      withGoal('p1', { alignments: [link('city-1', 1.5)] }),
      ['warning ALN-03 /goals/3/alignments'],
    ],
    [
      'ALN-03: may share a goal among several',
      withGoal('p1', { alignments: [link('city-1', 0.5), link('city-2', 0.5)] }),
      [],
    ],
  ];

  test.each(cases)('%s', (_, changes, expected) => {
    expect(lines(changes).toSorted()).toEqual(expected.toSorted());
  });
});
