import { expect, test } from 'vitest';
import { weightFaults, weightFindings } from '../../../engine/index.ts';
import { aGoal, aMeasure } from '../score/given.ts';

const weighing = (...priorities: number[]) => ({
  goals: priorities.map((priority, index) => aGoal({ id: `g${index}`, priority })),
  measures: [],
});

test.for<[priorities: number[], said: string]>([
  [
    [60, 39],
    'The weights of the goals add up to 99 %: 1 % is missing. Make them add up to 100 %, and agree then.',
  ],
  [
    [60, 42],
    'The weights of the goals add up to 102 %: 2 % are too many. Make them add up to 100 %, and agree then.',
  ],
  [
    [50, 30, 19.5],
    'The weights of the goals add up to 99.5 %: 0.5 % are missing. Make them add up to 100 %, and agree then.',
  ],
])('weights of %j cannot be agreed, and it is said by how much they are off', ([priorities, said]) => {
  expect(weightFaults(weighing(...priorities)).map(({ message }) => message)).toEqual([said]);
});

test.for([[60, 40], [33.33, 33.33, 33.33], [1, 1, 2], [3, 5], [100], [50], [70, 30, 0], [0.1, 0.2], []])(
  'weights of %j can be agreed',
  (priorities) => {
    expect(weightFaults(weighing(...priorities))).toEqual([]);
  },
);

test.for<[priorities: number[], total: number]>([
  [[80, 80], 160],
  [[20, 25], 45],
  [[12.5, 12.5], 25],
])('weights of %j can be agreed, and it is said what they add up to', ([priorities, total]) => {
  expect(weightFindings(weighing(...priorities))).toMatchObject([
    {
      goalId: null,
      total,
      isAdvice: true,
      message: `The weights of the goals add up to ${total}, not to 100: each counts by its part of that. If you mean per cent, make them add up to 100 %.`,
    },
  ]);
  expect(weightFaults(weighing(...priorities))).toEqual([]);
});

test.for([[1, 1, 2], [3, 5], [9, 9], [40], [60, 40]])('of weights of %j nothing is said', (priorities) => {
  expect(weightFindings(weighing(...priorities))).toEqual([]);
});

test('a goal that was stopped does not weigh, nor does a waived measure', () => {
  const { goals } = weighing(60, 40, 30);
  const stopped = goals.map((goal, index) => (index === 2 ? { ...goal, status: 'stopped' as const } : goal));
  expect(weightFaults({ goals: stopped, measures: [] })).toEqual([]);
});

test('the measures of a goal weigh among themselves', () => {
  const [goal] = weighing(1).goals;
  const measures = [60, 30].map((weight, index) => aMeasure({ id: `m${index}`, goalId: 'g0', weight }));
  expect(weightFaults({ goals: goal ? [goal] : [], measures })).toEqual([
    {
      goalId: 'g0',
      total: 90,
      missing: 10,
      isAdvice: false,
      message:
        'The weights of the measures of “Answer every call” add up to 90 %: 10 % are missing. Make them add up to 100 %, and agree then.',
    },
  ]);
});
