import { describe, expect, test } from 'vitest';
import { lintAmongOthers, lintGoal, lintMeasure, lintTogether } from '../../../editor/goals/lint.ts';
import {
  anchorsOf,
  betterEnd,
  domainOf,
  fromX,
  movedBy,
  pathOf,
  stepOf,
  toX,
  toY,
  withAnchor,
  within,
} from '../../../editor/goals/standards/curve-view.ts';
import { earlierOf } from '../../../editor/goals/standards/earlier-of.ts';
import { type Component, goalDefaults, type Measure, type Observation } from '../../../engine/index.ts';

const measure: Measure = {
  ...{ id: 'calls', goalId: 'g', version: 1, title: 'Calls answered', kind: 'number', unit: 'calls' },
  ...{ direction: 'increase', timeAggregation: 'last', weight: 1, critical: false, missingPolicy: 'exclude' },
  ...{ waived: false, dueFrom: null, source: 'manual' },
  standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 },
};
const observed = (
  id: string,
  year: number,
  value: number,
  given: Partial<Observation> = {},
): Observation => ({
  ...{ id, measureId: 'calls', componentId: 'c', value, numerator: null, denominator: null, n: null },
  ...{ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31`, status: 'verified', supersedes: null },
  ...{ source: 'manual', enteredBy: 'ann', at: `${year}-12-31T12:00:00Z` },
  ...given,
});

test('what is dragged comes back as the value that it is dropped on', () => {
  const domain = domainOf([0, 120]);
  expect(stepOf(domain)).toBe(1);
  for (const width of [640, 300]) {
    const view = { ...domain, width };
    for (const value of [0, 37, 100, 120]) expect(fromX(toX(value, view), view)).toBe(value);
    expect([fromX(-50, view), fromX(9_999, view)]).toEqual([-18, 138]);
  }
});

test('keys move an anchor by a step or by ten, and others do nothing', () => {
  expect(['ArrowRight', 'ArrowDown', 'PageUp', 'x'].map((key) => movedBy(key, 100, 1))).toEqual([
    101,
    99,
    110,
    undefined,
  ]);
  expect(movedBy('ArrowLeft', 0.3, 0.1)).toBe(0.2);
});

test.for([
  ['increase', { kind: 'points', meets: 100, exceeds: 120 }, [0, 0, 100, 100, 120, 120]],
  ['decrease', { kind: 'points', meets: 20, exceeds: 10 }, [120, 120, 100, 100, 0, 0]],
  ['decrease', { kind: 'points', meets: 20 }, [100, 100, 0, 0]],
] as const)(
  'a standard without a floor is drawn as the steps that are scored: %s %j',
  ([way, standards, scores]) => {
    const xs = anchorsOf(standards).map(({ x }) => x);
    const heights = pathOf(standards, way, { ...domainOf(xs), width: 640 })
      .split(' ')
      .map((point) => Number(point.split(',')[1]));
    expect(heights).toEqual(scores.map(toY));
  },
);

test('the curve of a measure where less is better falls from left to right', () => {
  const standards = { kind: 'points', unacceptable: 30, meets: 20, exceeds: 10 } as const;
  const heights = pathOf(standards, 'decrease', { ...domainOf([10, 30]), width: 640 })
    .split(' ')
    .map((point) => Number(point.split(',')[1]));
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
});

test('the axis says which end is the better one, where one is', () => {
  const points = { kind: 'points', meets: 20 } as const;
  const falling = {
    kind: 'anchors',
    anchors: [
      { x: 0, score: 120 },
      { x: 9, score: 0 },
    ],
    mode: 'linear',
  } as const;
  const between = { kind: 'range', low: 1, okLow: 2, okHigh: 3, high: 4 } as const;
  expect([
    betterEnd(points, 'decrease'),
    betterEnd(points, 'increase'),
    betterEnd({ ...falling, anchors: [...falling.anchors] }, 'increase'),
    betterEnd(between, 'range'),
  ]).toEqual(['left', 'right', 'left', null]);
});

test('earlier periods are the values in force, the newest last', () => {
  const all = [
    observed('b', 2025, 90),
    observed('a', 2024, 70),
    observed('c', 2025, 95, { supersedes: 'b' }),
  ];
  const more = [
    ...all,
    observed('v', 2023, 1, { status: 'void' }),
    observed('o', 2022, 5, { measureId: 'other' }),
  ];
  const period = { start: '2026-01-01', end: '2026-12-31' };
  expect(earlierOf(measure, more, period)).toEqual([
    { until: '2024-12-31', value: 70 },
    { until: '2025-12-31', value: 95 },
  ]);
});

describe('behind a curve stands what each period came to', () => {
  const month = (year: number, number: number, given: Partial<Observation>): Observation => {
    const start = `${year}-${String(number).padStart(2, '0')}`;
    return {
      ...observed(`${start}`, year, 120),
      ...{ periodStart: `${start}-01`, periodEnd: `${start}-28`, ...given },
    };
  };
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

  test('of months that add up their sum', () => {
    const sums = { ...measure, timeAggregation: 'sum' as const };
    const observations = [2024, 2025].flatMap((year) => months.map((number) => month(year, number, {})));
    const now = month(2026, 1, { value: 90 });
    expect(earlierOf(sums, [...observations, now], period)).toEqual([
      { until: '2024-12-28', value: 1440 },
      { until: '2025-12-28', value: 1440 },
      { until: '2026-01-28', value: 90 },
    ]);
  });

  test('of a ratio all numerators over all denominators', () => {
    const ratio = { ...measure, kind: 'percent' as const, unit: '%', timeAggregation: 'ratio' as const };
    const observations = [
      month(2025, 1, { value: null, numerator: 80, denominator: 100 }),
      month(2025, 2, { value: null, numerator: 0, denominator: 100 }),
    ];
    expect(earlierOf(ratio, observations, period)).toEqual([{ until: '2025-02-28', value: 40 }]);
  });
});

test('a standard easier than what was reached, or that only perfection meets, is told while it is set', () => {
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const observations = [observed('a', 2024, 130), observed('b', 2025, 140)];
  const among = { goals: [], measures: [], components: [], observations, period };
  const codes = (given: Partial<Measure>) =>
    lintMeasure({ ...measure, ...given }, among).map(({ code }) => code);
  expect(codes({})).toContain('STD-06');
  expect(codes({ standards: { kind: 'points', unacceptable: 100, meets: 140, exceeds: 160 } })).not.toContain(
    'STD-06',
  );
  const corrected = observations.map((one) => ({ ...one, id: `${one.id}2`, value: 90, supersedes: one.id }));
  const afterwards = { ...among, observations: [...observations, ...corrected] };
  expect(
    lintMeasure({ ...measure, timeAggregation: 'sum' }, afterwards).map(({ code }) => code),
  ).not.toContain('STD-06');
  expect(codes({ kind: 'percent', unit: '%', standards: { kind: 'points', meets: 100 } })).toContain(
    'STD-04',
  );
});

test('a measure is told how often it is to be observed, and once it says so, that nobody did', () => {
  const period = { start: '2025-01-01', end: '2025-12-31' };
  const codes = (given: Partial<Measure>, observations: Observation[] = []) => {
    const among = { goals: [], measures: [], components: [], observations, period, today: '2026-06-30' };
    return lintMeasure({ ...measure, ...given }, among).map(({ code }) => code);
  };
  expect(codes({})).toContain('MEAS-01');
  expect(codes({ cadence: 'P1M' })).not.toContain('MEAS-01');
  expect(codes({ cadence: 'P1M' }, [observed('a', 2025, 90)])).toContain('MEAS-03');
  expect(codes({ cadence: 'P1Y' }, [observed('a', 2025, 90)])).not.toContain('MEAS-03');
});

test('who sets a target and enters its values is told so, and so is a result that others make', () => {
  const goal = { ...goalDefaults, id: measure.goalId, componentId: 'c', title: 'Issue permits in time' };
  const component = {
    ...{ id: 'c', kind: 'team', name: 'C', parentId: null, managerId: null, zone: null },
    ownerId: 'pat',
  };
  const codes = (observations: Observation[]) =>
    lintMeasure(measure, {
      goals: [goal],
      measures: [],
      components: [component as Component],
      observations,
    }).map(({ code }) => code);
  const own = observed('a', 2025, 90, { componentId: 'c', enteredBy: 'pat', status: 'provisional' });
  expect(codes([own])).toContain('GOAL-10');
  expect(codes([{ ...own, status: 'verified' }])).not.toContain('GOAL-10');
  expect(codes([{ ...own, componentId: 'elsewhere' }])).toContain('GOAL-09');
});

test('a goal is told what its title and its weight lack, and of others only what concerns it', () => {
  const goal = { ...goalDefaults, id: 'g', componentId: 'c', title: 'Attend meetings', priority: 90 };
  const other = { ...goalDefaults, id: 'o', componentId: 'c', title: 'Help', priority: 10 };
  const said = lintGoal(goal, { goals: [other, { ...goal, title: 'Old' }], measures: [], components: [] });
  expect(said.map(({ code }) => code)).toEqual(expect.arrayContaining(['GOAL-03', 'GOAL-05', 'GOAL-08']));
  expect(said.every(({ message }) => !message.includes('"Help"'))).toBe(true);
  expect(lintGoal({ ...goal, title: ' ' }, { goals: [], measures: [], components: [] })).toEqual([]);
});

test('what the goals of a component lack together is said once where they stand together, and in each alone', () => {
  const goals = ['a', 'b'].map((id) => ({
    ...{ ...goalDefaults, id, componentId: 'c', title: `Answer ${id}`, dimension: 'cost' as const },
    priority: 50,
  }));
  const measures = goals.map(({ id }) => ({ ...measure, id: `m-${id}`, goalId: id }));
  const among = { goals, measures, components: [] };
  const wide = ['GOAL-01', 'GOAL-07'];
  expect(lintTogether(among).map(({ code }) => code)).toEqual(wide);
  for (const goal of goals) {
    expect(lintGoal(goal, among).map(({ code }) => code)).toEqual(expect.arrayContaining(wide));
    expect(lintAmongOthers(goal, among).filter(({ code }) => wide.includes(code))).toEqual([]);
  }
});

test('too many measures of one goal are said of that goal, also where the others stand beside it', () => {
  const goal = { ...goalDefaults, id: 'g', componentId: 'c', title: 'Answer calls', priority: 50 };
  const measures = Array.from({ length: 6 }, (_, at) => ({ ...measure, id: `m${at}`, goalId: 'g' }));
  const said = lintAmongOthers(goal, { goals: [goal], measures, components: [] });
  expect(said.filter(({ code }) => code === 'GOAL-01').map(({ message }) => message)).toEqual([
    expect.stringContaining('Answer calls'),
  ]);
});

const range = { kind: 'range', low: 10, okLow: 20, okHigh: 30, high: 45, ideal: [24, 26] } as const;
const ofRange = () => ({ ...range, ideal: [24, 26] as [number, number] });

test('a range has an anchor for each of its values, and its curve rises and falls', () => {
  expect(anchorsOf(ofRange()).map(({ key, x, score }) => [key, x, score])).toEqual([
    ['low', 10, 0],
    ['okLow', 20, 100],
    ['ideal.0', 24, 120],
    ['ideal.1', 26, 120],
    ['okHigh', 30, 100],
    ['high', 45, 0],
  ]);
});

test.for([
  ['okLow', { ...range, okLow: 22 }],
  ['ideal.1', { ...range, ideal: [24, 22] }],
] as const)('dragging the anchor %s of a range changes nothing else', ([key, after]) => {
  expect(withAnchor(ofRange(), key, 22)).toEqual(after);
});

test('dragging one anchor of a curve leaves its score and the others', () => {
  const anchors = [
    { x: -10, score: 120 },
    { x: 0, score: 100 },
    { x: 15, score: 0 },
  ];
  const curve = { kind: 'anchors' as const, mode: 'linear' as const, anchors };
  expect(withAnchor(curve, '1', 2)).toEqual({ ...curve, anchors: anchors.with(1, { x: 2, score: 100 }) });
  expect(anchorsOf(curve).map(({ key }) => key)).toEqual(['0', '1', '2']);
});

test('an anchor stays between its neighbours, and comes free where typed values cross', () => {
  const falling = { kind: 'points' as const, unacceptable: 20, meets: 10, exceeds: 5 };
  const set = { standards: falling, direction: 'decrease' as const, step: 0.5 };
  expect([within(set, 'meets', 30), within(set, 'meets', 1), within(set, 'exceeds', -3)]).toEqual([
    19.5, 5.5, -3,
  ]);
  const late = { ...set, direction: 'milestone' as const };
  expect(within(late, 'unacceptable', 2)).toBe(10.5);
  const range = { kind: 'range' as const, low: 10, okLow: 20, okHigh: 40, high: 50 };
  const band = { standards: range, direction: 'range' as const, step: 1 };
  expect([within(band, 'okLow', 60), within(band, 'high', 0)]).toEqual([39, 41]);
  const crossed = { ...band, standards: { ...range, low: 60 } };
  expect(within(crossed, 'okLow', 30)).toBe(30);
});

test('fewer days late are better for milestones', () => {
  expect(betterEnd({ kind: 'points', unacceptable: 30, meets: 0, exceeds: -10 }, 'milestone')).toBe('left');
});
