// Every row of the specification's table of edge cases; the titles are its sentences.
import { describe, expect, test } from 'vitest';
import { addScoreVersion, displayScore, scoreComponent } from '../../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, whole } from '../given.ts';
import { faultsOf, figures, type Given, measure, nodeOf, nodesOf, observed, scored } from './given.ts';

const one = (more: Record<string, unknown>, value: unknown, given: Given = {}): Given => ({
  measures: [measure('m', more)],
  observations: value === null ? [] : [observed('m', value)],
  ...given,
});

test.each([-40, -0.0001, -1e9])(
  'actual worse than the floor, or negative: 0, value kept, no error (%d)',
  (value) => {
    expect(figures(nodeOf(one({}, value), 'm'))).toEqual({
      score: 0,
      outcome: 'below',
      outcomeReason: null,
      coverage: 1,
    });
    const component = scoreComponent({
      componentId: 'unit',
      goals: [aGoal()],
      measures: [aMeasure()],
      observations: [anObservation({ value })],
      ...whole,
    });
    expect(component.goals[0]?.measures[0]).toMatchObject({ score: 0, measurement: value });
  },
);

test('score exactly 100 or 120: meets / exceeds (lower bound inclusive)', () => {
  expect([99.9999, 100, 119.9999, 120].map((value) => nodeOf(one({}, value), 'm').outcome)).toEqual([
    'below',
    'meets',
    'meets',
    'exceeds',
  ]);
});

test('99.99995 before rounding: stored 100.0000, band meets, shown 100.0', () => {
  const node = nodeOf(one({}, 99.99995), 'm');
  expect([node.score, node.outcome, displayScore(node.score ?? 0)]).toEqual([100, 'meets', '100.0']);
  expect(displayScore(99.96)).toBe('99.9');
});

test('U = M: rejected at publish (STD-01)', () => {
  expect(faultsOf(one({ curve: null, standards: { unacceptable: 5, meets: 5 } }, 5))).toEqual([
    {
      code: 'STD-01',
      pointer: '/measures/0/standards',
      message: '“unacceptable” and “meets” are both 5. Set them apart.',
    },
  ]);
});

test('increase with U > M: rejected (STD-02) naming both values', () => {
  const standards = { unacceptable: 9, meets: 5 };
  expect(faultsOf(one({ curve: null, standards, direction: 'increase' }, 5))).toEqual([
    {
      code: 'STD-02',
      pointer: '/measures/0/standards',
      message: 'More is better here, but “unacceptable” is 9 and “meets” is 5.',
    },
  ]);
});

test('only "meets" given: a step standard: 100 at or beyond it in the measure’s direction, 0 otherwise; nobody can exceed (STD-07, info)', () => {
  const step = (direction: string, value: number) =>
    scored(one({ curve: null, standards: { meets: 5 }, direction }, value));
  const values = [4.9, 5, 99];
  expect(values.map((value) => step('increase', value).nodes.m?.score)).toEqual([0, 100, 100]);
  expect(values.map((value) => step('decrease', value).nodes.m?.score)).toEqual([100, 100, 0]);
  expect(step('increase', 5).notices).toMatchObject([{ code: 'STD-07', severity: 'info' }]);
});

test('no observation, due date not reached: notDue: out of coverage', () => {
  const given = {
    measures: [measure('m', { dueFrom: '2025-10-01' }), measure('done')],
    observations: [observed('done', 110)],
    today: '2025-09-30',
  };
  const nodes = nodesOf(given);
  expect(nodes.m).toMatchObject({ score: null, outcomeReason: 'notDue' });
  expect(nodes.goal).toMatchObject({ score: 110, outcome: 'meets', coverage: 1 });
});

test('no observation, due date passed: missing: policy applies', () => {
  const given = {
    measures: [measure('m', { dueFrom: '2025-10-01' }), measure('done')],
    observations: [observed('done', 110)],
    today: '2025-10-01',
  };
  const nodes = nodesOf(given);
  expect(nodes.m).toMatchObject({ score: null, outcomeReason: 'missing' });
  expect(nodes.goal).toMatchObject({ score: 110, outcome: null, coverage: 0.5 });
  const zero = {
    ...given,
    measures: [measure('m', { dueFrom: '2025-10-01', missingPolicy: 'zero' }), measure('done')],
  };
  expect(nodesOf(zero).goal).toMatchObject({ score: 55, outcome: 'below', coverage: 1 });
});

test('all children waived: parent waived, not zero', () => {
  const nodes = nodesOf({ measures: [measure('a', { waived: true }), measure('b', { waived: true })] });
  for (const id of ['goal', 'unit']) {
    expect(nodes[id]).toMatchObject({ score: null, outcome: null, outcomeReason: 'waived' });
  }
});

test('one contributing child unscored: others renormalised, coverage flagged', () => {
  const given = {
    goals: [
      { id: 'goal', componentId: 'unit', scoreMode: 'children', minCoverage: 0.5 },
      ...['a', 'b', 'c'].map((id) => ({
        id,
        componentId: 'unit',
        alignments: [{ parentGoalId: 'goal', mode: 'contributes', share: 1 }],
      })),
    ],
    measures: ['a', 'b', 'c'].map((id) => measure(`m-${id}`, { goalId: id })),
    observations: [observed('m-a', 90), observed('m-b', 120)],
  };
  expect(figures(nodeOf(given, 'goal'))).toEqual({
    score: 105,
    outcome: 'meets',
    outcomeReason: null,
    coverage: 0.6667,
  });
});

test('weight 0 on the only measure: null no_weight', () => {
  expect(figures(nodeOf(one({ weight: 0 }, 110), 'goal'))).toEqual({
    score: null,
    outcome: null,
    outcomeReason: 'no_weight',
    coverage: 0,
  });
});

describe('weights 33.33 x 3: accepted (normalised); lint info "total 99.99" in percent mode only', () => {
  const thirds = {
    measures: ['a', 'b', 'c'].map((id) => measure(id, { weight: 33.33 })),
    observations: [observed('a', 90), observed('b', 100), observed('c', 110)],
  };

  test('accepted and normalised', () => {
    expect(nodeOf(thirds, 'goal').score).toBe(100);
    expect(scored(thirds).notices).toEqual([]);
  });

  test('told in percent mode', () => {
    expect(scored({ ...thirds, weightMode: 'percent' }).notices).toMatchObject([
      { severity: 'info', pointer: '/goals/0', message: expect.stringContaining('total 99.99') },
    ]);
  });
});

test('ratio with denominator 0 in the window: missing, not infinity', () => {
  const given = one({ timeAggregation: 'ratio' }, null, {
    observations: [observed('m', undefined, { numerator: 3, denominator: 0 })],
  });
  expect(nodeOf(given, 'm')).toMatchObject({ score: null, outcomeReason: 'missing', coverage: 0 });
});

test('two observations, same period, no `supersedes`: rejected on entry with the id of the first', () => {
  const observations = [observed('m', 5, { id: 'first' }), observed('m', 6, { id: 'second' })];
  expect(faultsOf(one({}, null, { observations }))).toEqual([
    {
      code: 'OBS-duplicate',
      pointer: '/observations/1',
      message:
        '"first" is recorded for m from 2025-01-01 to 2025-12-31 already. Correct it with "supersedes": "first".',
    },
  ]);
  const corrected = [
    observed('m', 50, { id: 'first' }),
    observed('m', 60, { id: 'second', supersedes: 'first' }),
  ];
  expect(nodeOf(one({}, null, { observations: corrected }), 'm').score).toBe(60);
});

test('late correction after release: new Score version, subject notified, old kept', () => {
  const scoreOf = (value: number) =>
    scoreComponent({
      componentId: 'unit',
      goals: [aGoal()],
      measures: [aMeasure()],
      observations: [anObservation({ value })],
      ...whole,
    });
  const released = {
    ...addScoreVersion([], { score: scoreOf(90), at: '2026-01-10T09:00:00Z', reason: 'appraisal' })
      .versions[0]!,
    releasedAt: '2026-01-20T09:00:00Z',
  };
  const late = {
    score: scoreOf(105),
    at: '2026-02-01T09:00:00Z',
    reason: 'The December figure was corrected.',
  };
  expect(addScoreVersion([released], late)).toEqual({
    notifySubject: true,
    versions: [
      released,
      {
        version: 2,
        at: late.at,
        releasedAt: null,
        reason: 'The December figure was corrected.',
        score: late.score,
      },
    ],
  });
  expect(addScoreVersion([released], { ...late, score: scoreOf(90) })).toEqual({
    versions: [released],
    notifySubject: false,
  });
});

test.each([{ activeFrom: '2026-01-01' }, { activeTo: '2024-12-31' }])(
  'f = 0 (never active): waived: not_applicable',
  (active) => {
    const nodes = nodesOf(one({}, 110, { components: [{ id: 'unit', ...active }] }));
    for (const id of ['m', 'goal', 'unit'])
      expect(nodes[id]).toMatchObject({ score: null, outcome: null, outcomeReason: 'not_applicable' });
  },
);

describe('transfer between departments on day 181: two segments, each rolls up to its own department', () => {
  const departments = [{ id: 'a' }, { id: 'b' }];
  const observations = [
    observed('m', 80, { id: 'before', periodEnd: '2025-06-30' }),
    observed('m', 110, { id: 'after', periodStart: '2025-07-01' }),
  ];
  const expected = {
    a: { score: 80, outcome: 'below' },
    b: { score: 110, outcome: 'meets' },
    // 181 days of 80 and 184 days of 110.
    unit: { score: 95.1233, outcome: 'below' },
  };

  test('as two stations of one component', () => {
    const given = one({ timeAggregation: 'mean' }, null, {
      components: [
        ...departments,
        { id: 'unit', parentIds: ['a'], activeTo: '2025-06-30' },
        { id: 'unit', parentIds: ['b'], activeFrom: '2025-07-01' },
      ],
      observations,
    });
    expect(nodesOf(given)).toMatchObject(expected);
  });

  test('as a version of the plan', () => {
    const given = one({ timeAggregation: 'mean' }, null, {
      components: [...departments, { id: 'unit', parentIds: ['a'] }],
      planVersions: [
        { version: 1, from: '2025-01-01', to: '2025-07-01' },
        { version: 2, from: '2025-07-01', to: '2026-01-01', components: [{ id: 'unit', parentIds: ['b'] }] },
      ],
      observations,
    });
    expect(nodesOf(given)).toMatchObject(expected);
  });
});

describe('leap year, time zones: window is in the component’s calendar and zone; days counted by date', () => {
  test('a leap year has 366 days', () => {
    const given = {
      window: { start: '2024-01-01', end: '2024-12-31' },
      components: [{ id: 'unit', activeFrom: '2024-03-01' }],
      measures: [
        measure('m', {
          timeAggregation: 'sum',
          curve: [
            [0, 0],
            [366, 100],
          ],
        }),
      ],
      observations: [observed('m', 153, { periodStart: '2024-03-01', periodEnd: '2024-12-31' })],
    };
    // 306 of 366 days: the standard is 306.
    expect(nodeOf(given, 'm').score).toBe(50);
  });

  test('the day begins in the component’s own zone', () => {
    const stateIn = (zone: string) =>
      nodeOf(
        {
          components: [{ id: 'unit', zone }],
          measures: [measure('m', { dueFrom: '2025-10-01' })],
          today: '2025-09-30T23:30:00Z',
        },
        'm',
      ).outcomeReason;
    expect(['UTC', 'Pacific/Auckland', 'America/New_York'].map(stateIn)).toEqual([
      'notDue',
      'missing',
      'notDue',
    ]);
  });

  test('a change of the clock leaves the days as they are', () => {
    const scoreIn = (zone: string) =>
      nodeOf(
        {
          components: [{ id: 'unit', zone, activeFrom: '2025-04-01' }],
          measures: [
            measure('m', {
              timeAggregation: 'sum',
              curve: [
                [0, 0],
                [365, 100],
              ],
            }),
          ],
          observations: [observed('m', 275, { periodStart: '2025-04-01' })],
        },
        'm',
      ).score;
    expect([scoreIn('UTC'), scoreIn('Europe/Berlin'), scoreIn('America/New_York')]).toEqual([100, 100, 100]);
  });
});

test.each([
  [Number.NaN, 'NaN is not a number. Write it like 12.5.'],
  [Number.POSITIVE_INFINITY, 'Infinity is not a number. Write it like 12.5.'],
  ['12,5', '"12,5" is not a number. Write it like 12.5.'],
])('NaN, Infinity, "12,5": rejected at the boundary (%s)', (value, message) => {
  expect(faultsOf(one({}, value))).toEqual([
    { code: 'DOC-invalid', pointer: '/observations/0/value', message },
  ]);
});

test('cycle in alignments A->B->A: rejected with the path', () => {
  const goals = [
    { id: 'A', componentId: 'unit', alignments: [{ parentGoalId: 'B', mode: 'contributes', share: 1 }] },
    { id: 'B', componentId: 'unit', alignments: [{ parentGoalId: 'A', mode: 'aligned', share: 1 }] },
  ];
  expect(faultsOf({ goals })).toEqual([
    {
      code: 'ALN-01',
      pointer: '/goals/0/alignments',
      message: 'The goals serve themselves: A → B → A. Remove one link.',
    },
  ]);
});

describe('an organisation is the same formula on its own top-level goals, not a head-count mean of people', () => {
  const people = [1, 2].map((number) => ({
    component: { id: `p${number}`, kind: 'employee' },
    goal: { id: `g${number}`, componentId: `p${number}` },
    measure: measure(`m${number}`, { goalId: `g${number}` }),
    observation: observed(`m${number}`, 60 + 40 * number),
  }));
  const given = (components: object[], parentId: string) => ({
    components: [...components, ...people.map(({ component }) => ({ ...component, parentIds: [parentId] }))],
    goals: people.map(({ goal }) => goal),
    measures: people.map((one) => one.measure),
    observations: people.map(({ observation }) => observation),
  });
  const whole = { id: 'whole', kind: 'organisation' };

  test('without any it has no score from its people', () => {
    const node = nodeOf(given([whole], 'whole'), 'whole');
    expect(node).toMatchObject({ score: null, outcome: null, outcomeReason: 'no_goals', parts: [] });
  });

  test('without any it has that of its departments, each of which is rolled up to', () => {
    const department = { id: 'sales', kind: 'department', parentIds: ['whole'] };
    const nodes = nodesOf(given([whole, department], 'sales'));
    expect([nodes.sales?.score, nodes.whole?.score]).toEqual([110, 110]);
  });
});

describe('on its due day', () => {
  const due = '2025-10-01';

  test('a measure without an observation is missing: the day is reached', () => {
    const at = (today: string) =>
      nodeOf({ today, measures: [measure('m', { dueFrom: due })] }, 'm').outcomeReason;
    expect([at('2025-09-30'), at(due)]).toEqual(['notDue', 'missing']);
  });

  test('two milestones reached on the same day both count', () => {
    const curve = [
      [0, 100],
      [10, 0],
    ];
    const at = { due: '2025-03-03', weight: 1, doneOn: '2025-03-03', curve };
    const milestones = [
      { id: 'a', title: 'A', ...at },
      { id: 'b', title: 'B', ...at },
    ];
    const node = nodeOf(
      { today: '2025-04-01', measures: [{ id: 'm', goalId: 'goal', kind: 'milestones', milestones }] },
      'm',
    );
    expect(node).toMatchObject({ score: 100, coverage: 1 });
  });

  test('an open milestone is not counted: it is overdue from the day after', () => {
    const milestones = [
      {
        id: 'a',
        due,
        curve: [
          [0, 100],
          [10, 0],
        ],
      },
    ];
    const at = (today: string) =>
      nodeOf({ today, measures: [{ id: 'm', goalId: 'goal', kind: 'milestones', milestones }] }, 'm');
    expect(at(due)).toMatchObject({ score: null, outcomeReason: 'notDue' });
    expect(at('2025-10-02')).toMatchObject({ score: 90 });
  });
});
