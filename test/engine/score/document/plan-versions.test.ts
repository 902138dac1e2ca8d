// What changes in the middle of a window: versions of the plan, and days on which measures come and go.
import { describe, expect, test } from 'vitest';
import { faultsOf, figures, type Given, measure, nodeOf, nodesOf, observed } from './given.ts';

const half = (measureId: string, first: number, second: number) => [
  observed(measureId, first, { id: `${measureId}-1`, periodEnd: '2025-06-30' }),
  observed(measureId, second, { id: `${measureId}-2`, periodStart: '2025-07-01' }),
];
const versions = (second: Record<string, unknown>) => [
  { version: 1, from: '2025-01-01', to: '2025-07-01' },
  { version: 2, from: '2025-07-01', to: '2026-01-01', ...second },
];
const weightsChange: Given = {
  measures: [
    measure('a', { weight: 60, timeAggregation: 'mean' }),
    measure('b', { weight: 40, timeAggregation: 'mean' }),
  ],
  observations: [...half('a', 110, 90), ...half('b', 60, 120)],
  planVersions: versions({
    measures: [
      { id: 'a', weight: 20 },
      { id: 'b', weight: 80 },
    ],
  }),
};

describe('segmented: each version scores its own days, and they are combined by active days', () => {
  test('after a change of weights', () => {
    const node = nodeOf(weightsChange, 'goal');
    // 181 days of 0.6 × 110 + 0.4 × 60 = 90, and 184 days of 0.2 × 90 + 0.8 × 120 = 114.
    expect(figures(node)).toEqual({ score: 102.0986, outcome: 'meets', outcomeReason: null, coverage: 1 });
    const sum = node.parts.reduce((all, part) => all + Math.round(part.contribution * 10_000), 0);
    expect(sum).toBe(20_986);
  });

  test('a part of the waterfall keeps weight × (score − 100) as its contribution', () => {
    for (const { weight, score, contribution } of nodeOf(weightsChange, 'goal').parts)
      expect(weight * (score - 100)).toBeCloseTo(contribution, 2);
  });

  test('each is rounded only when they are joined', () => {
    const third = (id: string) => measure(id, { weight: 1, timeAggregation: 'mean' });
    const node = nodeOf(
      {
        measures: ['a', 'b', 'c'].map(third),
        observations: [...half('a', 109, 41), ...half('b', 74, 31), ...half('c', 42, 57)],
        planVersions: versions({ measures: [{ id: 'a', weight: 5 }] }),
      },
      'goal',
    );
    // 181 days of 75 and 184 of 293 / 7 = 41.857142…; with 41.8571 it would be 58.2923.
    expect(node.score).toBe(58.2924);
    for (const { weight, score, contribution } of node.parts)
      expect(Math.abs(weight * (score - 100) - contribution)).toBeLessThan(1e-4);
  });

  test('the new weights may be given by the ids of what they are of', () => {
    const given = {
      ...weightsChange,
      goals: [
        { id: 'goal', componentId: 'unit' },
        { id: 'other', componentId: 'unit', priority: 0 },
      ],
      planVersions: versions({ weights: { a: 20, b: 80, other: 5 } }),
    };
    expect(figures(nodeOf(given, 'goal'))).toEqual(figures(nodeOf(weightsChange, 'goal')));
    expect(faultsOf({ ...weightsChange, planVersions: versions({ weights: { c: 1 } }) })).toMatchObject([
      { code: 'DOC-dangling', pointer: '/planVersions/1/weights/c' },
    ]);
  });

  test('by the days on which the component was there', () => {
    const joined = { ...weightsChange, components: [{ id: 'unit', activeFrom: '2025-06-01' }] };
    // 30 days of the first version and 184 of the second.
    expect(nodeOf(joined, 'goal').score).toBe(110.6355);
  });

  test('a `last` measure gives its final value to every segment in which it was in force', () => {
    const given: Given = {
      measures: [measure('m', { timeAggregation: 'last' })],
      observations: half('m', 80, 110),
      planVersions: versions({
        measures: [
          {
            id: 'm',
            curve: [
              [0, 0],
              [110, 100],
              [120, 120],
            ],
          },
        ],
      }),
    };
    // 181 days of 110 on the first curve, 184 days of 110 on the second: 100.
    expect(nodeOf(given, 'm').score).toBe(104.9589);
  });

  test('the standards of a `sum` measure are scaled to the days of each segment', () => {
    const given: Given = {
      measures: [
        measure('m', {
          timeAggregation: 'sum',
          curve: [
            [0, 0],
            [365, 100],
            [730, 120],
          ],
        }),
      ],
      observations: half('m', 181, 184),
      planVersions: versions({
        measures: [
          {
            id: 'm',
            curve: [
              [0, 0],
              [730, 100],
            ],
          },
        ],
      }),
    };
    expect(nodeOf(given, 'm').score).toBe(74.7945);
  });

  test('an additive value over a change is parted by days, others hold on both sides of it', () => {
    const given = (timeAggregation: string, value: number): Given => ({
      measures: [
        measure('m', {
          timeAggregation,
          curve: [
            [0, 0],
            [365, 100],
          ],
        }),
      ],
      observations: [observed('m', value)],
      planVersions: versions({}),
    });
    expect(nodeOf(given('sum', 73), 'm').score).toBe(20);
    expect(nodeOf(given('mean', 73), 'm').score).toBe(20);
  });

  test('a version that says the same as the one before is scored by itself', () => {
    const given: Given = {
      measures: [measure('m', { timeAggregation: 'max' })],
      observations: half('m', 80, 118),
    };
    expect(nodeOf(given, 'm').score).toBe(118);
    // 181 days of 80 and 184 days of 118.
    expect(nodeOf({ ...given, planVersions: versions({}) }, 'm').score).toBe(99.1562);
  });

  test('an outcome is that of the whole window: what was below for half of it caps nothing', () => {
    const given: Given = {
      measures: [measure('m', { timeAggregation: 'mean', critical: true })],
      observations: half('m', 120, 90),
      planVersions: versions({}),
    };
    expect(figures(nodeOf(given, 'goal'))).toEqual({
      score: 104.8767,
      outcome: 'meets',
      outcomeReason: null,
      coverage: 1,
    });
  });

  test('days after the last version are not in the plan', () => {
    const given: Given = {
      measures: [measure('m', { timeAggregation: 'mean' })],
      observations: half('m', 80, 110),
      planVersions: [{ version: 1, from: '2025-01-01', to: '2025-07-01' }],
    };
    expect(nodeOf(given, 'm').score).toBe(80);
  });

  test('a segment without a score leaves its days to the others and lowers the coverage', () => {
    const given = {
      ...weightsChange,
      observations: [...half('a', 110, 90).slice(0, 1), ...half('b', 60, 120).slice(0, 1)],
    };
    expect(figures(nodeOf(given, 'goal'))).toEqual({
      score: 90,
      outcome: null,
      outcomeReason: 'insufficient_data',
      coverage: 0.4959,
    });
  });

  test('a goal that a version adds counts from then on', () => {
    const given: Given = {
      goals: [
        { id: 'goal', componentId: 'unit', version: 1 },
        { id: 'added', componentId: 'unit', version: 2 },
      ],
      measures: [
        measure('a', { timeAggregation: 'mean' }),
        measure('b', { goalId: 'added', timeAggregation: 'mean' }),
      ],
      observations: [...half('a', 100, 100), ...half('b', 0, 120)],
      planVersions: versions({}),
    };
    const nodes = nodesOf(given);
    expect(nodes.added).toMatchObject({ score: 120 });
    // 181 days of 100 and 184 days of 110.
    expect(nodes.unit?.score).toBe(105.0411);
  });

  test('rows of one goal are told apart by the version of the plan', () => {
    const given: Given = {
      goals: [
        { id: 'goal', componentId: 'unit', version: 1, aggregator: 'weightedMean' },
        { id: 'goal', componentId: 'unit', version: 2, aggregator: 'min' },
      ],
      measures: [measure('a', { timeAggregation: 'mean' }), measure('b', { timeAggregation: 'mean' })],
      observations: [...half('a', 100, 100), ...half('b', 120, 120)],
      planVersions: versions({}),
    };
    expect(nodeOf(given, 'goal').score).toBe(104.9589);
  });
});

describe('retroactive: the last version holds for the whole window', () => {
  test('when the subject has acknowledged it', () => {
    const change = weightsChange.planVersions as Record<string, unknown>[];
    const planVersions = [change[0], { ...change[1], policy: 'retroactive', acknowledged: true }];
    // 0.2 × 100 + 0.8 × 90.
    expect(nodeOf({ ...weightsChange, planVersions }, 'goal').score).toBe(92);
  });

  test('and is refused when not', () => {
    expect(faultsOf({ ...weightsChange, policy: 'retroactive' })).toMatchObject([
      { code: 'PLAN-unacknowledged', pointer: '/planVersions/1' },
    ]);
  });
});

describe('measures with days of their own', () => {
  const given: Given = {
    measures: [
      measure('old', { timeAggregation: 'mean', effectiveTo: '2025-07-01' }),
      measure('new', { timeAggregation: 'mean', effectiveFrom: '2025-07-01' }),
    ],
    observations: [
      observed('old', 90, { periodEnd: '2025-06-30' }),
      observed('new', 120, { periodStart: '2025-07-01' }),
    ],
  };

  test('follow each other', () => {
    // 181 days of 90 and 184 days of 120.
    expect(nodeOf(given, 'goal').score).toBe(105.1233);
    expect(nodeOf(given, 'goal').coverage).toBe(1);
  });

  test('end on the last day of a month when that is what is written', () => {
    const [old, next] = given.measures as Record<string, unknown>[];
    expect(nodesOf({ ...given, measures: [{ ...old, effectiveTo: '2025-06-30' }, next] })).toEqual(
      nodesOf(given),
    );
  });

  test('do not change how others are scored', () => {
    const steady: Given = {
      goals: [
        { id: 'goal', componentId: 'unit' },
        { id: 'other', componentId: 'unit' },
      ],
      measures: [
        ...(given.measures as object[]),
        measure('steady', { goalId: 'other', timeAggregation: 'max' }),
      ],
      observations: [...(given.observations as object[]), ...half('steady', 80, 118)],
    };
    expect(nodeOf(steady, 'steady').score).toBe(118);
    expect(nodeOf(steady, 'other').score).toBe(118);
  });

  test('take no value from days on which they are not in force', () => {
    const [old, next] = given.measures as Record<string, unknown>[];
    const late = [
      ...(given.observations as object[]),
      observed('old', 20, { id: 'late', periodStart: '2025-07-01' }),
    ];
    const last = [{ ...old, timeAggregation: 'last' }, next];
    expect(nodeOf({ ...given, measures: last, observations: late }, 'old').score).toBe(90);
  });

  test('that are in force on no day of the window do not apply', () => {
    const later = { measures: [measure('later', { effectiveFrom: '2026-01-01' })] };
    expect(nodeOf(later, 'later')).toMatchObject({ score: null, outcomeReason: 'not_applicable' });
  });
});

describe('plan versions are refused', () => {
  test('when they overlap', () => {
    const planVersions = [
      { version: 1, from: '2025-01-01', to: '2025-08-01' },
      { version: 2, from: '2025-07-01' },
    ];
    expect(faultsOf({ planVersions })).toMatchObject([
      { code: 'PLAN-overlap', pointer: '/planVersions/1/from' },
    ]);
  });

  test('when they were made after the first rating without a reason and a name', () => {
    const late = { version: 2, from: '2025-07-01', at: '2026-01-15T00:00:00Z' };
    const given = (second: object): Given => ({
      measures: [measure('m', { kind: 'rubric', curve: null })],
      ratings: [
        { itemId: 'm', raterId: 'boss', raterGroup: 'manager', level: 3, at: '2026-01-10T00:00:00Z' },
      ],
      planVersions: [{ version: 1, from: '2025-01-01' }, second],
    });
    expect(faultsOf(given(late))).toMatchObject([{ code: 'PLAN-frozen', pointer: '/planVersions/1/reason' }]);
    expect(faultsOf(given({ ...late, reason: 'A typing error' }))).toMatchObject([
      { code: 'PLAN-frozen', pointer: '/planVersions/1/authorisedBy' },
    ]);
    expect(nodeOf(given({ ...late, reason: 'A typing error', authorisedBy: 'hr' }), 'm').score).toBe(100);
  });

  test('when what they add is not whole', () => {
    const planVersions = [{ from: '2025-01-01', measures: [{ id: 'm', weight: 2 }] }];
    expect(faultsOf({ planVersions })).toMatchObject([{ pointer: '/planVersions/0/measures/0/goalId' }]);
  });
});
