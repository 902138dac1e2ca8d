// What a document may leave out, in how many ways it may be written, and what is refused at its door.
import { describe, expect, test } from 'vitest';
import { scoreDocument } from '../../../../engine/index.ts';
import {
  faultsOf,
  figures,
  type Given,
  itself,
  measure,
  nodeOf,
  nodesOf,
  observed,
  scored,
  year,
} from './given.ts';

const one = (more: Record<string, unknown>, value: unknown, given: Given = {}): Given => ({
  measures: [measure('m', more)],
  observations: [observed('m', value)],
  ...given,
});
const scoreOf = (more: Record<string, unknown>, value: unknown, given: Given = {}) =>
  nodeOf(one(more, value, given), 'm').score;

describe('the window', () => {
  const f = (window: Given) =>
    scoreOf(
      {
        timeAggregation: 'sum',
        curve: [
          [0, 0],
          [365, 100],
        ],
      },
      275,
      {
        window,
        components: [{ id: 'unit', activeFrom: '2025-04-01' }],
        observations: [observed('m', 275, { periodStart: '2025-04-01' })],
      },
    );

  test('is from its first to its last day', () => {
    expect(f(year)).toBe(100);
    expect(f({ from: '2025-01-01', to: '2025-12-31' })).toBe(100);
  });

  test('of whole months may end on the first of the next', () => {
    expect(f({ from: '2025-01-01', to: '2026-01-01' })).toBe(100);
  });

  test('has two ends, in the order of time', () => {
    expect(faultsOf({ window: { start: '2025-01-01' } })).toMatchObject([{ pointer: '/window/end' }]);
    expect(faultsOf({ window: { start: '2025-02-01', end: '2025-01-01' } })).toMatchObject([
      { pointer: '/window' },
    ]);
    expect(faultsOf({ window: { start: '2025-02-30', end: '2025-03-01' } })).toMatchObject([
      { pointer: '/window/start', message: 'Use a date such as 2026-01-05.' },
    ]);
  });
});

describe('standards', () => {
  test.each<[string, Record<string, unknown>]>([
    ['pairs', { curve: itself }],
    ['objects of x and y', { curve: itself.map(([x, y]) => ({ x, y })) }],
    ['points', { curve: null, standards: { unacceptable: 0, meets: 100, exceeds: 120 } }],
    ['points in the place of the curve', { curve: { unacceptable: 0, meets: 100, exceeds: 120 } }],
    [
      'anchors',
      { curve: null, standards: { kind: 'anchors', anchors: itself.map(([x, score]) => ({ x, score })) } },
    ],
    ['pairs in any order', { curve: itself.toReversed() }],
  ])('may be written as %s', (_name, more) => {
    expect(scoreOf(more, 50)).toBe(50);
  });

  test('give the direction that is not declared', () => {
    expect(
      scoreOf(
        {
          curve: [
            [0, 120],
            [1, 100],
            [4, 0],
          ],
        },
        2,
      ),
    ).toBe(66.6667);
    expect(
      scoreOf(
        {
          curve: [
            [0, 0],
            [10, 100],
            [20, 100],
            [30, 0],
          ],
        },
        15,
      ),
    ).toBe(100);
  });

  test('are held against the direction that is declared', () => {
    expect(
      faultsOf(
        one(
          {
            curve: [
              [0, 120],
              [1, 100],
            ],
            direction: 'increase',
          },
          1,
        ),
      ),
    ).toMatchObject([{ code: 'STD-02', pointer: '/measures/0/curve' }]);
    expect(faultsOf(one({ curve: itself, direction: 'range' }, 1))).toMatchObject([
      { code: 'STD-02', message: expect.stringContaining('0 scores 0, 100 scores 100, 120 scores 120') },
    ]);
    expect(
      faultsOf(
        one(
          {
            curve: [
              [0, 100],
              [5, 0],
              [9, 100],
            ],
          },
          1,
        ),
      ),
    ).toMatchObject([{ code: 'STD-02' }]);
  });

  test('may be steps, of which one is enough', () => {
    expect(
      [4, 5, 9, 10].map((value) =>
        scoreOf(
          {
            mode: 'step',
            curve: [
              [5, 100],
              [10, 120],
            ],
          },
          value,
        ),
      ),
    ).toEqual([0, 100, 100, 120]);
    expect(scoreOf({ mode: 'step', curve: [[5, 100]] }, 5)).toBe(100);
  });

  test('are degenerate with one anchor, or with two at one place', () => {
    expect(faultsOf(one({ curve: [[5, 100]] }, 1))).toMatchObject([{ code: 'STD-01' }]);
    expect(
      faultsOf(
        one(
          {
            curve: [
              [5, 0],
              [5, 100],
            ],
          },
          1,
        ),
      ),
    ).toMatchObject([{ code: 'STD-01' }]);
    expect(faultsOf(one({ curve: [] }, 1))).toMatchObject([{ code: 'STD-01' }]);
  });

  test('stop at what their curve stops at, and never leave 0 to 120', () => {
    expect(
      scoreOf(
        {
          curve: [
            [0, 0],
            [10, 100],
          ],
        },
        99,
      ),
    ).toBe(100);
    expect(
      scoreOf(
        {
          curve: [
            [0, -50],
            [10, 200],
          ],
        },
        99,
      ),
    ).toBe(120);
    expect(
      scoreOf(
        {
          curve: [
            [0, -50],
            [10, 200],
          ],
        },
        -1,
      ),
    ).toBe(0);
  });

  test('of yes and no need not be written', () => {
    expect([true, false, 1, 0].map((value) => scoreOf({ kind: 'boolean', curve: null }, value))).toEqual([
      100, 0, 100, 0,
    ]);
    expect(
      scoreOf(
        {
          kind: 'boolean',
          curve: [
            [0, 50],
            [1, 120],
          ],
        },
        true,
      ),
    ).toBe(120);
  });

  test('of a rubric score its levels', () => {
    expect(scoreOf({ kind: 'rubric', curve: null }, 2)).toBe(60);
    expect(scoreOf({ kind: 'rubric', curve: null, standards: { poor: 0, good: 100 } }, 'good')).toBe(100);
    expect(faultsOf(one({ kind: 'rubric', curve: null }, 7))).toMatchObject([
      { pointer: '/observations/0/value', message: '7 is not a level of m. Use one of 1, 2, 3, 4, 5.' },
    ]);
  });

  test('with a mistyped key are refused with the nearest one', () => {
    expect(faultsOf(one({ curve: null, standards: { unaceptable: 1, meets: 5 } }, 1))).toEqual([
      {
        code: 'DOC-unknown-key',
        pointer: '/measures/0/standards/unaceptable',
        message: 'The key "unaceptable" is not known here. Did you mean "unacceptable"?',
      },
    ]);
  });

  test('that are none leave the measure without a score', () => {
    expect(figures(nodeOf(one({ curve: null }, 5), 'm'))).toMatchObject({
      score: null,
      outcomeReason: 'no_standard',
    });
  });
});

describe('a measure', () => {
  test('that is a narrative is never scored, and must not weigh', () => {
    const given = one({ kind: 'narrative', curve: null }, 'A good year.');
    expect(nodeOf(given, 'm')).toMatchObject({ score: null, outcomeReason: 'monitored' });
    expect(faultsOf(one({ kind: 'narrative', curve: null, weight: 2 }, 'A good year.'))).toMatchObject([
      { pointer: '/measures/0/weight' },
    ]);
  });

  test('with numerators and denominators is their ratio, and never the mean of ratios', () => {
    const observations = [
      observed('m', undefined, { id: 'a', periodEnd: '2025-06-30', numerator: 1, denominator: 2 }),
      observed('m', undefined, { id: 'b', periodStart: '2025-07-01', numerator: 1, denominator: 8 }),
    ];
    const curve = [
      [0, 0],
      [0.2, 100],
      [1, 120],
    ];
    expect(scoreOf({ curve }, null, { observations })).toBe(100);
    expect(
      scoreOf(
        {
          curve: [
            [0, 0],
            [200, 100],
          ],
          per: 1000,
        },
        null,
        { observations },
      ),
    ).toBe(100);
  });

  describe('that is a percentage', () => {
    const parts = (numerator: number, denominator: number) => ({
      observations: [observed('m', undefined, { numerator, denominator })],
    });
    const handled = { curve: null, standards: { unacceptable: 50, meets: 80, exceeds: 90 } };
    const defects = { curve: null, standards: { unacceptable: 1, meets: 0.5, exceeds: 0.2 } };
    const shares = { curve: null, standards: { unacceptable: 0.5, meets: 0.8, exceeds: 0.9 } };
    const noticesOf = (more: Record<string, unknown>, given: Record<string, unknown>) =>
      scored(one(more, null, given)).notices.map(({ code, severity, pointer }) => [code, severity, pointer]);

    test('has its standards in its unit: 5 of 1,000 are half of one per cent', () => {
      for (const unit of ['%', 'percent', 'per cent', 'Percent ']) {
        expect(scoreOf({ ...handled, unit }, null, parts(80, 100))).toBe(100);
        expect(scoreOf({ ...defects, unit, kind: 'percent' }, null, parts(5, 1000))).toBe(100);
      }
    });

    test('without a unit is of a hundred when its standards cannot be shares, else of one', () => {
      expect(scoreOf({ ...handled, kind: 'percent' }, null, parts(80, 100))).toBe(100);
      expect(scoreOf({ ...shares, kind: 'percent' }, null, parts(80, 100))).toBe(100);
    });

    test('counts per what it says itself', () => {
      expect(scoreOf({ ...shares, kind: 'percent', unit: '%', per: 1 }, null, parts(80, 100))).toBe(100);
    });

    test('tells how standards are taken that could be shares or per cent', () => {
      const place = '/measures/0/standards';
      expect(noticesOf({ ...defects, unit: '%' }, parts(5, 1000))).toEqual([
        ['MEAS-percent', 'warning', place],
      ]);
      expect(noticesOf({ ...shares, kind: 'percent' }, parts(4, 5))).toEqual([
        ['MEAS-percent', 'info', place],
      ]);
      expect(noticesOf({ ...shares, unit: '%', per: 1 }, parts(4, 5))).toEqual([]);
      expect(noticesOf({ ...handled, unit: '%' }, parts(4, 5))).toEqual([]);
      expect(noticesOf(shares, parts(4, 5))).toEqual([]);
    });
  });

  test('need not have a curve where none is needed, and may say so', () => {
    expect(scoreOf({ kind: 'boolean', curve: [] }, true)).toBe(100);
    expect(nodeOf(one({ kind: 'narrative', curve: [] }, 'A good year.'), 'm').outcomeReason).toBe(
      'monitored',
    );
  });

  test('of milestones is scored by the days late of each', () => {
    const milestones = [
      {
        id: 'design',
        due: '2025-03-31',
        weight: 1,
        doneOn: '2025-04-02',
        curve: [
          [0, 100],
          [10, 0],
        ],
      },
      { id: 'build', due: '2025-12-26', weight: 3 },
      { id: 'open', due: '2026-06-30', weight: 6 },
    ];
    const given = {
      measures: [
        measure('m', {
          kind: 'milestones',
          curve: [
            [-5, 120],
            [0, 100],
            [10, 0],
          ],
          milestones,
        }),
      ],
      today: '2025-12-31',
    };
    // Two working days late: 80; open and three late: 70; the third is not due.
    expect(nodeOf(given, 'm').score).toBe(72.5);
    expect(nodeOf({ ...given, today: '2025-12-26' }, 'm').score).toBe(80);
  });

  test('of a date is scored by its days late in the working calendar', () => {
    const late = {
      kind: 'date',
      curve: [
        [-10, 120],
        [0, 100],
        [15, 0],
      ],
      due: '2025-09-19',
    };
    expect(scoreOf(late, '2025-09-23')).toBe(86.6667);
    expect(scoreOf(late, '2025-09-23', { calendar: { holidays: ['2025-09-22'] } })).toBe(93.3333);
    expect(faultsOf(one({ ...late, due: null }, '2025-09-23'))).toMatchObject([
      { pointer: '/observations/0/value' },
    ]);
  });

  test('of money is converted with the rate of the plan', () => {
    const money = {
      kind: 'currency',
      unit: 'EUR',
      timeAggregation: 'sum',
      curve: [
        [0, 0],
        [9200, 100],
      ],
    };
    const observations = [observed('m', 10_000, { currency: 'USD' })];
    expect(scoreOf(money, null, { observations, rates: { 'USD/EUR': 0.92 } })).toBe(100);
    expect(faultsOf(one(money, null, { observations }))).toMatchObject([
      { code: 'MEAS-04', pointer: '/observations/0/currency' },
    ]);
  });

  test('of a duration is scored in seconds', () => {
    const wait = {
      kind: 'duration',
      unit: 'hours.minutes',
      curve: [
        [6.4, 100],
        [7.2, 0],
      ],
    };
    // From 6 h 40 to 7 h 20 are 40 minutes, and 7 h is half of them.
    expect([scoreOf(wait, 7), scoreOf(wait, 'PT7H'), scoreOf(wait, 6.5)]).toEqual([50, 50, 75]);
    expect(faultsOf(one(wait, 6.75))).toMatchObject([{ pointer: '/observations/0/value' }]);
    expect(
      faultsOf(
        one(
          {
            ...wait,
            curve: [
              [6.75, 100],
              [7.2, 0],
            ],
          },
          7,
        ),
      ),
    ).toMatchObject([{ pointer: '/measures/0/curve', message: '6.75 is no duration in hours.minutes.' }]);
  });

  test('of a duration may have its standards as spans, like its observations', () => {
    const wait = (unit: string, standards: unknown) => ({ kind: 'duration', unit, curve: null, standards });
    const spans = { unacceptable: 'PT10H', meets: 'PT6H', exceeds: 'PT4H' };
    for (const unit of ['', 'minutes', 'hours', 'hours.minutes'])
      expect(scoreOf(wait(unit, spans), 'PT8H')).toBe(50);
    expect(scoreOf(wait('hours', { kind: 'points', ...spans }), 6)).toBe(100);
    expect(
      scoreOf(
        wait('hours', [
          ['PT4H', 100],
          ['PT10H', 0],
        ]),
        'PT7H',
      ),
    ).toBe(50);
    expect(scoreOf(wait('hours', { low: 'PT1H', okLow: 2, okHigh: 'PT4H', high: 'PT8H' }), 6)).toBe(50);
    // A month has no length of its own, and 30 seconds are no whole minute.
    for (const meets of ['P1M', 'PT6H0M30S', 'soon'])
      expect(faultsOf(one(wait('hours.minutes', { ...spans, meets }), 'PT8H'))).toEqual([
        {
          code: 'DOC-invalid',
          pointer: '/measures/0/standards/meets',
          message: `"${meets}" is no duration in hours.minutes. Write a number, or a span such as PT6H30M.`,
        },
      ]);
  });

  test('carries its last score while that is young enough', () => {
    const before = observed('m', 105, { periodStart: '2024-10-01', periodEnd: '2024-12-31' });
    const carry = (carryMaxAge: unknown) =>
      nodeOf(one({ missingPolicy: 'carry', carryMaxAge }, null, { observations: [before] }), 'm');
    expect(carry(365)).toMatchObject({ score: 105, outcome: 'meets', coverage: 1 });
    expect(carry('P364D')).toMatchObject({ score: null, outcomeReason: 'missing' });
    expect(faultsOf(one({ missingPolicy: 'carry', carryMaxAge: 'P1Y' }, null))).toMatchObject([
      { pointer: '/measures/0/carryMaxAge', message: 'Give the greatest age in days, or like P90D.' },
    ]);
  });

  test('that carries an additive value holds it against as much time as it took', () => {
    const before = observed('m', 92, { periodStart: '2024-10-01', periodEnd: '2024-12-31' });
    const more = {
      missingPolicy: 'carry',
      timeAggregation: 'sum',
      curve: [
        [0, 0],
        [365, 100],
      ],
    };
    expect(scoreOf(more, null, { observations: [before] })).toBe(100);
  });

  test('is provisional as far as its observations are', () => {
    const observations = [
      observed('m', 90, { id: 'a', periodEnd: '2025-06-30', status: 'provisional' }),
      observed('m', 110, { id: 'b', periodStart: '2025-07-01' }),
    ];
    expect(nodeOf(one({ timeAggregation: 'mean' }, null, { observations }), 'goal').provisionalShare).toBe(
      0.5,
    );
  });
});

describe('a component', () => {
  test('need not be listed', () => {
    expect(nodeOf(one({}, 110, { components: undefined }), 'unit').score).toBe(110);
  });

  test('that is away for long has its standards scaled', () => {
    const given = (absences: object[]) =>
      scoreOf(
        {
          timeAggregation: 'sum',
          curve: [
            [0, 0],
            [365, 100],
          ],
        },
        304,
        { components: [{ id: 'unit', absences }] },
      );
    expect(given([{ start: '2025-03-01', end: '2025-04-30' }])).toBe(100);
    expect(given([{ from: '2025-03-01', to: '2025-05-01' }])).toBe(100);
    expect(given([{ start: '2025-03-01', end: '2025-04-30', approved: false }])).toBe(83.2877);
  });

  test('that was there for too short a time is not rated, with all that is its own', () => {
    const nodes = nodesOf(one({}, 110, { components: [{ id: 'unit', activeFrom: '2025-11-01' }] }));
    for (const id of ['m', 'goal', 'unit'])
      expect(nodes[id]).toMatchObject({ score: null, outcome: null, outcomeReason: 'insufficient_period' });
    const enough = { components: [{ id: 'unit', activeFrom: '2025-11-01' }], minFraction: 0.1 };
    expect(nodeOf(one({}, 110, enough), 'unit').score).toBe(110);
  });

  test('without goals is what its parts are, by their weight', () => {
    const given = {
      components: [
        { id: 'city' },
        { id: 'unit', parentIds: ['city'], weight: 3 },
        { id: 'park', parentIds: ['city'] },
      ],
      goals: [
        { id: 'goal', componentId: 'unit' },
        { id: 'g-park', componentId: 'park' },
      ],
      measures: [measure('a'), measure('b', { goalId: 'g-park' })],
      observations: [observed('a', 120), observed('b', 80)],
    };
    expect(nodeOf(given, 'city').score).toBe(110);
  });
});

describe('a critical part that is below', () => {
  const given = (goal: object, value: number): Given => ({
    goals: [{ id: 'goal', componentId: 'unit', ...goal }],
    measures: [measure('a', { critical: true }), measure('b', { weight: 9 })],
    observations: [observed('a', value), observed('b', 120)],
  });

  test('caps the outcome at what the goal says, and leaves the number', () => {
    expect(figures(nodeOf(given({}, 119), 'goal'))).toMatchObject({ outcome: 'meets', outcomeReason: null });
    expect(figures(nodeOf(given({ criticalCap: 'meets' }, 99), 'goal'))).toMatchObject({
      score: 117.9,
      outcome: 'meets',
      outcomeReason: 'critical:a',
    });
  });

  test('is passed on by a goal that is critical itself', () => {
    expect(figures(nodeOf(given({}, 99), 'unit'))).toMatchObject({ score: 117.9, outcome: 'meets' });
    expect(figures(nodeOf(given({ critical: true }, 99), 'unit'))).toMatchObject({
      score: 117.9,
      outcome: 'below',
      outcomeReason: 'critical:goal',
    });
  });
});

test('a goal that is part of another one of its component counts there and not twice', () => {
  const given: Given = {
    goals: [
      { id: 'goal', componentId: 'unit', scoreMode: 'children' },
      { id: 'part', componentId: 'unit', priority: 9, alignments: [{ parentGoalId: 'goal' }] },
      { id: 'beside', componentId: 'unit' },
    ],
    measures: [measure('a', { goalId: 'part' }), measure('b', { goalId: 'beside' })],
    observations: [observed('a', 120), observed('b', 80)],
  };
  expect(nodeOf(given, 'unit')).toMatchObject({ score: 100, parts: [{ id: 'goal' }, { id: 'beside' }] });
  // A goal that does not look at its parts does not count them for the component either.
  const own = {
    ...given,
    goals: [{ id: 'goal', componentId: 'unit', scoreMode: 'own' }, ...(given.goals as object[]).slice(1)],
  };
  expect(nodeOf(own, 'unit').parts.map(({ id }) => id)).toEqual(['part', 'beside']);
});

test('a mixed goal without one of its sides is the other one, and says so', () => {
  const given = (own: object[]): Given => ({
    goals: [
      { id: 'goal', componentId: 'unit', scoreMode: 'mixed', ownShare: 0.2 },
      { id: 'below', componentId: 'unit', alignments: [{ parentGoalId: 'goal', share: 1 }] },
    ],
    measures: [measure('own'), measure('theirs', { goalId: 'below' })],
    observations: own,
  });
  expect(figures(nodeOf(given([observed('theirs', 110)]), 'goal'))).toEqual({
    score: 110,
    outcome: 'meets',
    outcomeReason: 'own_unscored',
    coverage: 0.8,
  });
  expect(figures(nodeOf(given([observed('own', 90)]), 'goal'))).toMatchObject({
    score: 90,
    outcome: null,
    outcomeReason: 'insufficient_data',
    coverage: 0.2,
  });
});

describe('ratings', () => {
  const rating = (raterId: string, raterGroup: string, level: unknown, more: object = {}) => ({
    id: `r-${raterId}`,
    itemId: 'm',
    raterId,
    raterGroup,
    level,
    ...more,
  });
  const rubric: Given = { measures: [measure('m', { kind: 'rubric', curve: null })] };

  test('score the measure that they rate, without the groups that are too small', () => {
    const ratings = [
      rating('boss', 'manager', 3),
      rating('a', 'peer', 5),
      rating('b', 'peer', 5),
      rating('me', 'self', 5),
    ];
    expect(nodeOf({ ...rubric, ratings }, 'm').score).toBe(100);
    const three = [...ratings, rating('c', 'peers', 5)];
    expect(nodeOf({ ...rubric, ratings: three }, 'm').score).toBe(110);
    const weighed = { raterGroups: [{ group: 'peer', threshold: 2, weight: 3 }] };
    expect(nodeOf({ ...rubric, ...weighed, ratings }, 'm').score).toBe(115);
  });

  test('of groups that are all too small give no score', () => {
    expect(nodeOf({ ...rubric, ratings: [rating('a', 'peer', 5)] }, 'm')).toMatchObject({
      score: null,
      outcomeReason: 'missing',
    });
  });

  test('of items say how a component works, and the matrix what both axes give', () => {
    const given: Given = {
      ...one({}, 120),
      items: [{ id: 'care', componentId: 'unit' }],
      ratings: [rating('boss', 'manager', 2, { itemId: 'care' })],
      blend: 0.5,
    };
    expect(scored(given).methods).toMatchObject({
      unit: {
        score: 60,
        outcome: 'below',
        overall: { outcome: 'meets', consequence: 'methods-plan-before-reward' },
        blend: 90,
      },
    });
    // The results stand as they are.
    expect(nodeOf(given, 'unit')).toMatchObject({ score: 120, outcome: 'exceeds' });
  });

  test('are refused for a level that is none, twice of one rater, or of nothing', () => {
    expect(faultsOf({ ...rubric, ratings: [rating('boss', 'manager', 9)] })).toMatchObject([
      { pointer: '/ratings/0/level' },
    ]);
    const twice = [rating('boss', 'manager', 3), rating('boss', 'manager', 4, { id: 'again' })];
    expect(faultsOf({ ...rubric, ratings: twice })).toMatchObject([
      { code: 'RAT-duplicate', pointer: '/ratings/1', message: expect.stringContaining('"r-boss"') },
    ]);
    const newer = [twice[0], { ...twice[1], version: 2 }];
    expect(nodeOf({ ...rubric, ratings: newer }, 'm').score).toBe(110);
    expect(faultsOf({ ...rubric, ratings: [rating('boss', 'manager', 3, { itemId: 'x' })] })).toMatchObject([
      { code: 'DOC-dangling', pointer: '/ratings/0/itemId' },
    ]);
    const counted = { measures: [measure('m', { kind: 'number' })], ratings: [rating('boss', 'manager', 3)] };
    expect(faultsOf(counted)).toMatchObject([{ code: 'RAT-no-scale', pointer: '/ratings/0/itemId' }]);
  });

  test('with a matrix that is not sound are refused with the pair of cells', () => {
    const row = { below: 'below', meets: 'below', exceeds: 'below' };
    const matrix = { below: { ...row, meets: 'meets' }, meets: row, exceeds: row };
    expect(faultsOf({ matrix })).toMatchObject([
      { code: 'MTX-not-sound', pointer: '/matrix/below/exceeds' },
      { code: 'MTX-not-sound', pointer: '/matrix/meets/meets' },
    ]);
    expect(faultsOf({ matrix: { below: row, meets: row } })).toHaveLength(3);
  });
});

describe('a document is refused', () => {
  test('for keys that are not known, with the nearest one', () => {
    expect(faultsOf({ componets: [], goals: [{ id: 'goal', componentId: 'unit', priorty: 2 }] })).toEqual([
      {
        code: 'DOC-unknown-key',
        pointer: '/goals/0/priorty',
        message: 'The key "priorty" is not known here. Did you mean "priority"?',
      },
      {
        code: 'DOC-unknown-key',
        pointer: '/componets',
        message: 'The key "componets" is not known here. Did you mean "components"?',
      },
    ]);
  });

  test('for ids that name nothing, each in its place', () => {
    const given = {
      components: [{ id: 'unit', parentIds: ['nowhere'] }],
      goals: [{ id: 'goal', componentId: 'unti', alignments: [{ parentGoalId: 'none' }] }],
      measures: [measure('m', { goalId: 'gaol' })],
      observations: [observed('n', 1, { componentId: 'other' })],
      waivers: ['x'],
    };
    expect(faultsOf(given).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['DOC-dangling', '/components/0/parentIds/0'],
      ['DOC-dangling', '/goals/0/componentId'],
      ['DOC-dangling', '/goals/0/alignments/0/parentGoalId'],
      ['DOC-dangling', '/measures/0/goalId'],
      ['DOC-dangling', '/observations/0/measureId'],
      ['DOC-dangling', '/observations/0/componentId'],
      ['DOC-dangling', '/waivers/0'],
    ]);
  });

  test('for an id that names two things', () => {
    expect(faultsOf({ goals: [{ id: 'unit', componentId: 'unit' }] })).toMatchObject([
      { code: 'DOC-id-taken', pointer: '/goals/0/id' },
    ]);
    const twice = [measure('m'), measure('m')];
    expect(faultsOf({ measures: twice })).toMatchObject([
      { code: 'DOC-id-taken', pointer: '/measures/1/id' },
    ]);
  });

  test('for components that are above themselves', () => {
    const components = [
      { id: 'unit', parentIds: ['b'] },
      { id: 'b', parentIds: ['unit'] },
    ];
    expect(faultsOf({ components })).toMatchObject([
      { code: 'DOC-circular', message: 'The components are above themselves: unit → b → unit.' },
    ]);
  });

  test('for corrections of nothing, of another measure, or in a circle', () => {
    const correct = (supersedes: string) =>
      faultsOf({
        measures: [measure('m'), measure('n')],
        observations: [observed('m', 1), observed('n', 2, { supersedes })],
      });
    expect(correct('gone')).toMatchObject([{ code: 'DOC-dangling', pointer: '/observations/1/supersedes' }]);
    expect(correct('o-m')).toMatchObject([{ pointer: '/observations/1/supersedes' }]);
    const circle = [
      observed('m', 1, { id: 'a', supersedes: 'b' }),
      observed('m', 2, { id: 'b', supersedes: 'a' }),
    ];
    expect(faultsOf({ measures: [measure('m')], observations: circle }).map(({ code }) => code)).toEqual([
      'OBS-circular',
      'OBS-circular',
    ]);
  });

  test('for values in a unit that cannot be added up', () => {
    const measures = [measure('m', { unit: 'km', valueFrom: ['n'] }), measure('n', { unit: 'kg' })];
    expect(faultsOf({ measures })).toMatchObject([{ code: 'ALN-02', pointer: '/measures/0/valueFrom/0' }]);
  });

  test('for a zone that there is not', () => {
    expect(faultsOf({ components: [{ id: 'unit', zone: 'Mars/Olympus' }] })).toMatchObject([
      { pointer: '/components/0/zone' },
    ]);
  });

  test('when it is no document at all', () => {
    for (const input of [null, 7, 'text', []]) expect(scoreDocument(input).kind).toBe('refused');
  });
});

test('shares in several goals that total more than 1 draw a warning (ALN-03)', () => {
  const goals = [
    { id: 'goal', componentId: 'unit' },
    { id: 'other', componentId: 'unit' },
    {
      id: 'child',
      componentId: 'unit',
      alignments: [
        { parentGoalId: 'goal', share: 0.7 },
        { parentGoalId: 'other', share: 0.6 },
      ],
    },
  ];
  expect(scored({ goals }).notices).toMatchObject([
    { code: 'ALN-03', severity: 'warning', message: expect.stringContaining('total 1.3') },
  ]);
});

test('a goal serves another once, with a share of 1 at most', () => {
  const goals = (alignments: object[]) => [
    { id: 'goal', componentId: 'unit' },
    { id: 'child', componentId: 'unit', alignments },
  ];
  const link = { parentGoalId: 'goal' };
  expect(scoreDocument({ goals: goals([link, link, link]) })).toMatchObject({
    kind: 'refused',
    problems: expect.arrayContaining([
      expect.objectContaining({
        message: 'The goal serves goal already. Give that one link the whole share.',
      }),
    ]),
  });
  expect(scored({ goals: goals([{ ...link, share: 1.5 }]) }).notices).toMatchObject([
    { code: 'ALN-03', severity: 'warning', message: expect.stringContaining('is 1.5') },
  ]);
});

test('null says the same as nothing, and names from elsewhere are understood', () => {
  const plain = one({ dueFrom: '2025-06-01' }, 90);
  const given = {
    ...plain,
    goals: [{ id: 'goal', componentId: 'unit', name: 'Answer', critical: null, minCoverage: null }],
    measures: [
      measure('m', { dueDate: '2025-06-01', missingPolicy: null, effectiveFrom: null, carryMaxAge: null }),
    ],
    observations: [observed('m', 90, { supersedes: null, n: null, numerator: null, denominator: null })],
    asOf: '2025-12-31',
  };
  expect(nodesOf(given)).toEqual(nodesOf(plain));
});
