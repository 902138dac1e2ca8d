// The worked examples of the domain's specification, each as one document.
import { describe, expect, test } from 'vitest';
import { displayScore } from '../../../../engine/index.ts';
import { figures, type Given, itself, measure, nodeOf, nodesOf, observed, scored } from './given.ts';

const points = (unacceptable: number, meets: number, exceeds?: number) => ({ unacceptable, meets, exceeds });

describe('V1: increase, additive, joined mid-year, two measures', () => {
  const given: Given = {
    components: [{ id: 'unit', kind: 'employee', activeFrom: '2025-04-01' }],
    measures: [
      measure('calls', {
        curve: null,
        standards: points(800, 1200, 1500),
        timeAggregation: 'sum',
        weight: 60,
      }),
      measure('csat', { curve: null, standards: points(3.5, 4.2, 4.6), timeAggregation: 'mean', weight: 40 }),
    ],
    observations: [
      observed('calls', 930, { periodStart: '2025-04-01' }),
      observed('csat', 4.4, { periodStart: '2025-04-01' }),
    ],
  };

  test('calls: 930 against 602.7397, 904.1096 and 1130.1370 score 102.2909', () => {
    expect(nodeOf(given, 'calls').score).toBe(102.2909);
  });

  test('without pro-rating the calls would score 32.5', () => {
    expect(nodeOf({ ...given, components: [{ id: 'unit' }] }, 'calls').score).toBe(32.5);
  });

  test('CSAT scores 110, and the goal 105.3745: it meets', () => {
    expect(nodeOf(given, 'csat').score).toBe(110);
    expect(figures(nodeOf(given, 'goal'))).toEqual({
      score: 105.3745,
      outcome: 'meets',
      outcomeReason: null,
      coverage: 1,
    });
  });
});

describe('V2: lower is better with a zero target, a range, a date, and a critical cap', () => {
  const scores = (more: Record<string, unknown>, values: number[]) =>
    values.map(
      (value) => nodeOf({ measures: [measure('m', more)], observations: [observed('m', value)] }, 'm').score,
    );

  test('incidents: exceeds 0, meets 1, unacceptable 4', () => {
    const incidents = { curve: null, standards: points(4, 1, 0), direction: 'decrease' };
    expect(scores(incidents, [0, 1, 2, 4, 7])).toEqual([120, 100, 66.6667, 0, 0]);
  });

  test('the strict variant meets at 0, and nobody exceeds', () => {
    expect(scores({ curve: null, standards: points(3, 0), direction: 'decrease' }, [0, 1, 3])).toEqual([
      100, 66.6667, 0,
    ]);
  });

  test('stock cover days in the range 10, 20, 30, 45', () => {
    const stock = {
      curve: null,
      standards: { low: 10, okLow: 20, okHigh: 30, high: 45 },
      direction: 'range',
    };
    expect(scores(stock, [8, 15, 20, 25, 36])).toEqual([0, 50, 100, 100, 60]);
  });

  test('days late on the anchors (-10,120), (0,100), (15,0)', () => {
    const late = {
      kind: 'date',
      direction: 'decrease',
      curve: [
        [-10, 120],
        [0, 100],
        [15, 0],
      ],
    };
    expect(scores(late, [-12, -5, 0, 6, 20])).toEqual([120, 110, 100, 60, 0]);
  });

  test('the goal scores 103.3333 and is below, because a critical measure is', () => {
    const given: Given = {
      measures: [
        measure('incidents', { curve: null, standards: points(4, 1, 0), weight: 20, critical: true }),
        measure('stock', {
          curve: null,
          standards: { low: 10, okLow: 20, okHigh: 30, high: 45 },
          weight: 30,
        }),
        measure('report', {
          kind: 'date',
          curve: [
            [-10, 120],
            [0, 100],
            [15, 0],
          ],
          weight: 50,
        }),
      ],
      observations: [observed('incidents', 2), observed('stock', 25), observed('report', -12)],
    };
    expect(nodeOf(given, 'goal')).toEqual({
      score: 103.3333,
      outcome: 'below',
      outcomeReason: 'critical:incidents',
      coverage: 1,
      provisionalShare: 0,
      parts: [
        { id: 'incidents', weight: 0.2, score: 66.6667, contribution: -6.6667 },
        { id: 'stock', weight: 0.3, score: 100, contribution: 0 },
        { id: 'report', weight: 0.5, score: 120, contribution: 10 },
      ],
    });
  });
});

describe('V3: missing, waived, zero, monitored, with weights 40, 30, 20, 10 and 0', () => {
  const given = (missingPolicy: string, last: Record<string, unknown> = {}): Given => ({
    measures: [
      measure('a', { weight: 40 }),
      measure('b', { weight: 30, missingPolicy }),
      measure('c', { weight: 20 }),
      measure('d', { weight: 10, missingPolicy, ...last }),
      measure('e', { weight: 0 }),
    ],
    observations: [observed('a', 110), observed('c', 80), observed('e', 0)],
  });
  const goal = (document: Given) => figures(nodeOf(document, 'goal'));

  test('exclude: 100.0000 with a coverage of 0.6', () => {
    expect(goal(given('exclude'))).toEqual({
      score: 100,
      outcome: null,
      outcomeReason: 'insufficient_data',
      coverage: 0.6,
    });
  });

  test('zero: 60.0000 with a coverage of 1', () => {
    expect(goal(given('zero'))).toEqual({ score: 60, outcome: 'below', outcomeReason: null, coverage: 1 });
  });

  test('waiving the 10: a coverage of 0.6667, so no outcome', () => {
    const waived = { score: 100, outcome: null, outcomeReason: 'insufficient_data', coverage: 0.6667 };
    expect(goal(given('exclude', { waived: true }))).toEqual(waived);
    expect(goal({ ...given('exclude'), waivers: ['d'] })).toEqual(waived);
  });

  test('block: 100.0000 is provisional and finalising is refused', () => {
    expect(goal(given('block'))).toMatchObject({
      score: 100,
      outcome: null,
      outcomeReason: 'insufficient_data',
    });
    const enough = { goals: [{ id: 'goal', componentId: 'unit', minCoverage: 0.5 }] };
    expect(goal({ ...given('block'), ...enough })).toMatchObject({
      score: 100,
      outcome: null,
      outcomeReason: 'blocked:b',
    });
  });

  test('all weights 0: no score, no_weight', () => {
    const weightless = { measures: [measure('a', { weight: 0 })], observations: [observed('a', 110)] };
    expect(goal(weightless)).toEqual({ score: null, outcome: null, outcomeReason: 'no_weight', coverage: 0 });
  });

  test('each state of a measure is told from the others', () => {
    const nodes = nodesOf(given('exclude', { waived: true }));
    expect(['a', 'b', 'd', 'e'].map((id) => nodes[id]?.outcomeReason)).toEqual([
      null,
      'missing',
      'waived',
      'monitored',
    ]);
  });
});

describe('V5: measure, goal, component, organisation', () => {
  const given: Given = {
    components: [
      { id: 'organisation', kind: 'organisation' },
      ...['product-a', 'product-b', 'product-c', 'support', 'operations', 'hr'].map((id) => ({
        id,
        kind: 'department',
        parentIds: ['organisation'],
      })),
    ],
    goals: [
      { id: 'o1', componentId: 'organisation', priority: 60 },
      { id: 'o2', componentId: 'organisation', priority: 40, scoreMode: 'mixed', ownShare: 0.4 },
      {
        id: 'g-support',
        componentId: 'support',
        alignments: [{ parentGoalId: 'o2', mode: 'contributes', share: 3 }],
      },
      {
        id: 'g-operations',
        componentId: 'operations',
        alignments: [{ parentGoalId: 'o2', mode: 'contributes', share: 1 }],
      },
      { id: 'g-hr', componentId: 'hr', alignments: [{ parentGoalId: 'o2', mode: 'aligned', share: 1 }] },
    ],
    measures: [
      {
        id: 'units-sold',
        goalId: 'o1',
        timeAggregation: 'sum',
        curve: [
          [96_800, 0],
          [121_000, 100],
          [133_100, 120],
        ],
      },
      { id: 'nps', goalId: 'o2', standards: points(20, 40, 50) },
      { id: 'm-support', goalId: 'g-support', curve: itself },
      { id: 'm-operations', goalId: 'g-operations', curve: itself },
      { id: 'm-hr', goalId: 'g-hr', curve: itself },
    ],
    observations: [
      observed('units-sold', 104_000, { id: 'a', componentId: 'product-a' }),
      observed('units-sold', 15_000, { id: 'b', componentId: 'product-b' }),
      observed('units-sold', 2_000, { id: 'c', componentId: 'product-c' }),
      observed('nps', 38),
      observed('m-support', 112.5),
      observed('m-operations', 84),
      observed('m-hr', 40),
    ],
  };

  test('values add up where they add: 121 000 on the parent’s own curve is 100.0000, and not the mean of percentages', () => {
    expect(figures(nodeOf(given, 'o1'))).toMatchObject({ score: 100, outcome: 'meets' });
  });

  test('children that only are aligned are ignored: O2 is 99.2250 and below', () => {
    expect(figures(nodeOf(given, 'o2'))).toMatchObject({ score: 99.225, outcome: 'below' });
    expect(nodeOf(given, 'o2').parts.map(({ id }) => id)).toEqual(['nps', 'g-support', 'g-operations']);
  });

  test('the organisation is 99.6900 and below, by its own goals, with a waterfall of 0.00 and -0.31', () => {
    const node = nodeOf(given, 'organisation');
    expect(figures(node)).toEqual({ score: 99.69, outcome: 'below', outcomeReason: null, coverage: 1 });
    expect(node.parts).toEqual([
      { id: 'o1', weight: 0.6, score: 100, contribution: 0 },
      { id: 'o2', weight: 0.4, score: 99.225, contribution: -0.31 },
    ]);
    expect(displayScore(node.score ?? 0)).toBe('99.7');
  });

  test('values roll up from measures of the parts as well, which keep their own standards', () => {
    const products = ['product-a', 'product-b', 'product-c'];
    const targets = [100_000, 20_000, 1_000];
    const parts: Given = {
      ...given,
      goals: [...(given.goals as object[]), ...products.map((id) => ({ id: `g-${id}`, componentId: id }))],
      measures: (given.measures as { id: string }[])
        .flatMap((one) =>
          one.id === 'units-sold' ? [{ ...one, valueFrom: products.map((id) => `m-${id}`) }] : [one],
        )
        .concat(
          products.map((id, index) => ({
            id: `m-${id}`,
            goalId: `g-${id}`,
            timeAggregation: 'sum',
            standards: points((targets[index] ?? 0) / 2, targets[index] ?? 0),
          })) as { id: string }[],
        ),
      observations: [
        ...(given.observations as { measureId: string }[]).filter((one) => one.measureId !== 'units-sold'),
        observed('m-product-a', 104_000),
        observed('m-product-b', 15_000),
        observed('m-product-c', 2_000),
      ],
    };
    const nodes = nodesOf(parts);
    expect([nodes.o1?.score, nodes['m-product-a']?.score, nodes['m-product-b']?.score]).toEqual([
      100, 100, 50,
    ]);
  });
});

test('no worked example draws a warning', () => {
  expect(scored({ measures: [measure('m')], observations: [observed('m', 100)] }).notices).toEqual([]);
});
