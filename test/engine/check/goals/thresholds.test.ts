// Where each rule on goals, measures and standards begins to speak: a little to this side of it, and to that.
import { describe, expect, test } from 'vitest';
import {
  checkGoals,
  type GoalRecord,
  type GoalsToCheck,
  type MeasureRecord,
  type Observation,
} from '../../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, points } from '../../score/given.ts';

const goal = (id: string, given: Partial<GoalRecord> = {}): GoalRecord => ({
  ...aGoal({ id, componentId: 'parks', title: 'Open ten playgrounds for children under six' }),
  ...{ dimension: 'quantity', priority: 30 },
  ...given,
});

const measure = (id: string, goalId: string, given: Partial<MeasureRecord> = {}): MeasureRecord => ({
  ...aMeasure({ id, goalId, title: 'Playgrounds in use', unit: 'playgrounds', source: 'Site reports' }),
  ...{ standards: points(5, 12, 15), frequency: 'P1M' },
  ...given,
});

const observed = ([periodStart, periodEnd]: [string, string], value: number, at = 0): Observation =>
  anObservation({
    ...{ id: `o${periodStart}-${at}`, measureId: 'm', componentId: 'parks' },
    ...{ periodStart, periodEnd, value, at: `${periodEnd}T12:00:00Z` },
  });

const told = (code: string, given: GoalsToCheck): string[] =>
  checkGoals(given)
    .filter((problem) => problem.code === code)
    .map(({ severity, message }) => `${severity}: ${message}`);
const says = (code: string, given: GoalsToCheck): boolean => told(code, given).length > 0;

const several = (count: number): GoalsToCheck => ({
  goals: Array.from({ length: count }, (_, at) => goal(`g${at}`)),
  measures: [],
  observations: [],
});

describe('GOAL-01', () => {
  test('is content with three to five goals, remarks on fewer and on six and seven, and warns of eight', () => {
    expect([1, 2, 3, 5, 6, 7, 8].map((count) => told('GOAL-01', several(count)))).toEqual([
      ['info: parks has 1 goal; three to five can be kept in mind. Ask whether that is all that counts.'],
      ['info: parks has 2 goals; three to five can be kept in mind. Ask whether that is all that counts.'],
      [],
      [],
      ['info: parks has 6 goals; three to five can be kept in mind. Keep the ones that matter most.'],
      ['info: parks has 7 goals; three to five can be kept in mind. Keep the ones that matter most.'],
      ['warning: parks has 8 goals; three to five can be kept in mind. Keep the ones that matter most.'],
    ]);
  });

  test('is content with five measures of a goal, and warns of six', () => {
    const measured = (count: number): GoalsToCheck => ({
      ...several(3),
      measures: Array.from({ length: count }, (_, at) => measure(`m${at}`, 'g0')),
    });
    expect([says('GOAL-01', measured(5)), says('GOAL-01', measured(6))]).toEqual([false, true]);
  });
});

test('GOAL-07 needs two goals that are measured, and one of another dimension is enough', () => {
  const measured = (dimensions: GoalRecord['dimension'][], watched = 0): GoalsToCheck => ({
    goals: dimensions.map((dimension, at) => goal(`g${at}`, { dimension })),
    measures: dimensions.flatMap((_, at) => [
      measure(`m${at}`, `g${at}`),
      // Only watched, which does not make the goal one without a measure.
      ...(watched > 0 ? [measure(`w${at}`, `g${at}`, { weight: 0 })] : []),
    ]),
    observations: [],
  });
  expect([
    says('GOAL-07', measured(['cost'])),
    says('GOAL-07', measured(['cost', 'cost'])),
    says('GOAL-07', measured(['cost', 'cost'], 1)),
    says('GOAL-07', measured(['cost', 'quality'])),
  ]).toEqual([false, true, true, false]);
});

describe('GOAL-08', () => {
  const weighed = (...priorities: number[]): GoalsToCheck => ({
    ...several(0),
    goals: priorities.map((priority, at) => goal(`g${at}`, { priority })),
  });

  test('begins above sixty percent and below five', () => {
    expect(
      [
        [60, 40],
        [61, 39],
        [5, 40, 55],
        [4, 41, 55],
      ].map((priorities) => told('GOAL-08', weighed(...priorities)).length),
    ).toEqual([0, 1, 0, 1]);
  });

  test('says how much it weighs', () => {
    expect(told('GOAL-08', weighed(75, 25))[0]).toContain('weighs 75 %: the others hardly count');
    expect(told('GOAL-08', weighed(2, 48, 50))[0]).toContain('weighs 2 %: it will not be worked on');
  });

  test('says nothing of a goal that is alone', () => {
    expect(says('GOAL-08', weighed(100))).toBe(false);
  });
});

describe('GOAL-02', () => {
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const due = (more: Partial<GoalRecord>) =>
    told('GOAL-02', { ...several(0), period, goals: [goal('g', more)] });

  test('takes the last day of the period, and no day after it', () => {
    expect([due({ due: '2026-12-31' }), due({ due: '2027-01-01' }).length]).toEqual([[], 1]);
  });

  test('takes no due day before the period', () => {
    expect(due({ start: '2025-10-01', due: '2025-12-31' })).toHaveLength(1);
  });

  test('takes the day after the start, and says of the same day what it is', () => {
    expect(due({ start: '2026-06-01', due: '2026-06-02' })).toEqual([]);
    expect(due({ start: '2026-06-01', due: '2026-06-01' })).toEqual([
      'error: “Open ten playgrounds for children under six” is due on 2026-06-01, the day on which it starts. Set it later.',
    ]);
    expect(due({ start: '2026-06-02', due: '2026-06-01' })).toEqual([
      'error: “Open ten playgrounds for children under six” is due on 2026-06-01, before it starts on 2026-06-02. Set it later.',
    ]);
  });
});

test('MEAS-03 begins after twice the time between two observations', () => {
  const on = (today: string): GoalsToCheck => ({
    goals: [goal('g')],
    measures: [measure('m', 'g', { frequency: 'P10D' })],
    observations: [observed(['2026-01-01', '2026-01-10'], 6)],
    today,
  });
  // Twenty days after the tenth, and one more.
  expect([says('MEAS-03', on('2026-01-30')), says('MEAS-03', on('2026-01-31'))]).toEqual([false, true]);
});

describe('STD-06', () => {
  const year = (number: number): [string, string] => [`${number}-01-01`, `${number}-12-31`];
  const asksOf = (meets: number, values: number[], direction: 'increase' | 'decrease' = 'increase') => {
    const [unacceptable, exceeds] =
      direction === 'increase' ? [meets - 5, meets + 5] : [meets + 5, meets - 1];
    return says('STD-06', {
      period: { start: '2026-01-01', end: '2026-12-31' },
      goals: [goal('g')],
      measures: [
        measure('m', 'g', {
          direction,
          frequency: 'P1Y',
          standards: { kind: 'points', unacceptable, meets, exceeds },
        }),
      ],
      observations: values.map((value, at) => observed(year(2026 - values.length + at), value, at)),
    });
  };

  test('lets a standard be as hard as the worse of the last two periods, and no easier', () => {
    expect([asksOf(12, [9, 12, 14]), asksOf(11.9, [9, 12, 14])]).toEqual([false, true]);
    expect([asksOf(12, [15, 12, 10], 'decrease'), asksOf(12.1, [15, 12, 10], 'decrease')]).toEqual([
      false,
      true,
    ]);
  });

  test('lets a standard be half again better than the best ever, and no more', () => {
    expect([asksOf(15, [10, 9, 8]), asksOf(15.1, [10, 9, 8])]).toEqual([false, true]);
    expect([asksOf(5, [10, 11, 12], 'decrease'), asksOf(4.9, [10, 11, 12], 'decrease')]).toEqual([
      false,
      true,
    ]);
  });

  test('needs two periods to go by', () => {
    expect([asksOf(11, [12]), asksOf(11, [12, 12])]).toEqual([false, true]);
  });
});
