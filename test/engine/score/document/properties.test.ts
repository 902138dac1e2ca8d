// What holds for every document, whatever is in it.
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NodeReport, scoreDocument } from '../../../../engine/index.ts';
import { year } from './given.ts';

type Row = Record<string, unknown> & { id: string };
interface Made {
  window: typeof year;
  components: Row[];
  goals: (Row & { priority: number })[];
  measures: (Row & { weight: number; goalId: string })[];
  observations: (Row & { value: number; measureId: string })[];
  planVersions: object[];
}

const units = ['a', 'b', 'c'];
const policies = ['exclude', 'zero', 'carry', 'block'] as const;
const halves = [
  { periodStart: '2025-01-01', periodEnd: '2025-06-30' },
  { periodStart: '2025-07-01', periodEnd: '2025-12-31' },
];

const anyValue = fc.integer({ min: -200_000, max: 2_000_000 }).map((value) => value / 10_000);
const anyMeasure = fc.record({
  weight: fc.nat({ max: 100 }),
  falling: fc.boolean(),
  values: fc.tuple(fc.option(anyValue), fc.option(anyValue)),
  timeAggregation: fc.constantFrom('sum', 'mean', 'last', 'min', 'max', 'weightedMean'),
  missingPolicy: fc.constantFrom(...policies),
  critical: fc.boolean(),
  waived: fc.boolean(),
  provisional: fc.boolean(),
});
const anyGoal = fc.record({
  unit: fc.constantFrom(...units),
  priority: fc.nat({ max: 20 }),
  scoreMode: fc.constantFrom('own', 'children', 'mixed'),
  ownShare: fc.nat({ max: 10 }).map((share) => share / 10),
  aggregator: fc.constantFrom('weightedMean', 'min'),
  critical: fc.boolean(),
  /** Serves a goal before it, so there is never a circle. */
  serves: fc.option(fc.record({ at: fc.nat({ max: 100 }), share: fc.nat({ max: 5 }) })),
  measures: fc.array(anyMeasure, { maxLength: 4 }),
});

const anyDocument = fc
  .record({
    goals: fc.array(anyGoal, { minLength: 1, maxLength: 6 }),
    joined: fc.option(fc.integer({ min: 1, max: 12 })),
    changed: fc.boolean(),
  })
  .map(({ goals, joined, changed }): Made => {
    const measures = goals.flatMap((goal, g) =>
      goal.measures.map((one, m) => ({ ...one, id: `g${g}m${m}`, goalId: `g${g}` })),
    );
    return {
      window: year,
      components: [
        { id: 'whole' },
        ...units.map((id) => ({ id, parentIds: ['whole'] })),
        ...(joined
          ? [{ id: 'late', activeFrom: `2025-${String(joined).padStart(2, '0')}-15`, parentIds: ['a'] }]
          : []),
      ],
      goals: goals.map(({ unit, serves, measures: _, ...goal }, index) => ({
        ...goal,
        id: `g${index}`,
        componentId: joined && index % 2 === 1 ? 'late' : unit,
        alignments:
          serves && index > 0
            ? [{ parentGoalId: `g${serves.at % index}`, mode: 'contributes', share: serves.share }]
            : [],
      })),
      measures: measures.map(({ falling, values: _, provisional: __, ...one }) => ({
        ...one,
        curve: falling
          ? [
              [0, 120],
              [20, 100],
              [120, 0],
            ]
          : [
              [0, 0],
              [100, 100],
              [120, 120],
            ],
      })),
      observations: measures.flatMap(({ id, values, provisional }) =>
        values.flatMap((value, index) =>
          value === null
            ? []
            : [
                {
                  id: `${id}-${index}`,
                  measureId: id,
                  value,
                  status: provisional ? 'provisional' : 'verified',
                  ...halves[index],
                },
              ],
        ),
      ),
      planVersions: changed
        ? [
            { version: 1, from: '2025-01-01', to: '2025-07-01' },
            { version: 2, from: '2025-07-01', to: '2026-01-01', goals: [{ id: 'g0', priority: 7 }] },
          ]
        : [],
    };
  });

function nodesOf(document: object): Record<string, NodeReport> {
  const reading = scoreDocument(document);
  if (reading.kind === 'refused') throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return reading.nodes;
}

const sorted = (parts: NodeReport['parts']) => parts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const figures = (nodes: Record<string, NodeReport>) =>
  Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, { ...node, parts: sorted(node.parts) }]));

const shuffled = <One>(all: readonly One[], seed: number): One[] =>
  all
    .map((one, index) => ({ one, at: (index * 7919 + seed * 104_729) % 10_007 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** What doubles make of a product of decimals. */
const binary = 1e-12;

describe('of every document', () => {
  test('the contributions of each node add up exactly to its score − 100', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const node of Object.values(nodesOf(document))) {
          if (node.score === null || node.parts.length === 0) continue;
          const sum = node.parts.reduce((all, part) => all.plus(part.contribution), new Decimal(100));
          expect(sum.toNumber()).toBe(node.score);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('each contribution is the weight of its part × (score − 100), to 4 decimals', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const { parts } of Object.values(nodesOf(document))) {
          for (const { weight, score, contribution } of parts)
            expect(Math.abs(weight * (score - 100) - contribution)).toBeLessThanOrEqual(1e-4 + binary);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('scores lie within 0 and 120, shares within 0 and 1, each with at most 4 decimals', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const { score, coverage, provisionalShare, parts } of Object.values(nodesOf(document))) {
          const numbers = [
            score ?? 0,
            coverage,
            provisionalShare,
            ...parts.flatMap((part) => [part.score, part.contribution]),
          ];
          for (const value of numbers) expect(new Decimal(value).decimalPlaces()).toBeLessThanOrEqual(4);
          expect(score ?? 0).toBeGreaterThanOrEqual(0);
          expect(score ?? 0).toBeLessThanOrEqual(120);
          expect(Math.min(coverage, provisionalShare)).toBeGreaterThanOrEqual(0);
          expect(Math.max(coverage, provisionalShare)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the order of its rows changes nothing', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat({ max: 1000 }), (document, seed) => {
        const other = {
          ...document,
          components: shuffled(document.components, seed),
          goals: shuffled(document.goals, seed + 1),
          measures: shuffled(document.measures, seed + 2),
          observations: shuffled(document.observations, seed + 3),
          planVersions: document.planVersions.toReversed(),
        };
        expect(figures(nodesOf(other))).toEqual(figures(nodesOf(document)));
      }),
      { numRuns: 100 },
    );
  });

  test('weights and priorities that are all multiplied by the same change nothing', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(2, 3, 10, 1000), (document, factor) => {
        const other = {
          ...document,
          planVersions: [],
          goals: document.goals.map((goal) => ({ ...goal, priority: goal.priority * factor })),
          measures: document.measures.map((measure) => ({ ...measure, weight: measure.weight * factor })),
        };
        expect(nodesOf(other)).toEqual(nodesOf({ ...document, planVersions: [] }));
      }),
      { numRuns: 100 },
    );
  });

  test('a better value of any measure makes no score worse', () => {
    const plain = anyDocument.map((document) => ({
      ...document,
      planVersions: [],
      measures: document.measures.map((measure): Row & { curve: unknown } => ({
        ...measure,
        curve: measure.curve,
      })),
    }));
    fc.assert(
      fc.property(plain, fc.nat({ max: 50 }), fc.integer({ min: 1, max: 100_000 }), (document, at, more) => {
        const chosen = document.observations[at % Math.max(1, document.observations.length)];
        fc.pre(chosen !== undefined);
        const measure = document.measures.find(({ id }) => id === chosen?.measureId);
        const [[, first = 0] = []] = (measure?.curve ?? [[0, 0]]) as number[][];
        const step = (first > 0 ? -more : more) / 10_000;
        const observations = document.observations.map((one) =>
          one === chosen ? { ...one, value: Math.round((one.value + step) * 10_000) / 10_000 } : one,
        );
        const [before, after] = [nodesOf(document), nodesOf({ ...document, observations })];
        for (const [id, node] of Object.entries(before))
          if (node.score !== null) expect(after[id]?.score).toBeGreaterThanOrEqual(node.score);
      }),
      { numRuns: 150 },
    );
  });

  test('what is waived from the bottom is waived to the top, and nothing of it is zero', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const goals = document.goals.map((goal) => ({
          ...goal,
          priority: goal.priority + 1,
          scoreMode: 'own',
        }));
        const measures = document.measures.map((one) => ({ ...one, waived: true, weight: one.weight + 1 }));
        const nodes = nodesOf({
          ...document,
          goals,
          measures,
          components: [{ id: 'whole' }, ...units.map((id) => ({ id, parentIds: ['whole'] })), { id: 'late' }],
        });
        for (const { id } of document.measures)
          expect(nodes[id]).toMatchObject({ score: null, outcomeReason: 'waived' });
        for (const { id } of goals.filter((goal) => measures.some(({ goalId }) => goalId === goal.id)))
          expect(nodes[id]).toMatchObject({ score: null, outcome: null, outcomeReason: 'waived' });
      }),
      { numRuns: 50 },
    );
  });
});

describe('ratings of a group that stays too small', () => {
  const raters = fc.array(
    fc.record({
      group: fc.constantFrom('manager', 'peer', 'report', 'customer', 'self'),
      level: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 12 },
  );
  const thresholds: Record<string, number> = { manager: 1, self: 1, peer: 3, report: 3, customer: 4 };

  test('change no figure of the document', () => {
    fc.assert(
      fc.property(
        raters,
        fc.constantFrom('peer', 'report', 'customer'),
        fc.integer({ min: 1, max: 5 }),
        (given, group, level) => {
          fc.pre(given.filter((one) => one.group === group).length + 1 < (thresholds[group] ?? 0));
          const document = (all: { group: string; level: number }[]) => ({
            window: year,
            components: [{ id: 'unit' }],
            goals: [{ id: 'goal', componentId: 'unit' }],
            measures: [{ id: 'm', goalId: 'goal', kind: 'rubric' }],
            items: [{ id: 'care', componentId: 'unit' }],
            ratings: all.flatMap((one, index) =>
              ['m', 'care', 'goal', 'unit'].map((itemId) => ({
                itemId,
                raterId: `p${index}`,
                raterGroup: one.group,
                level: one.level,
                id: `${itemId}${index}`,
              })),
            ),
          });
          expect(scoreDocument(document([...given, { group, level }]))).toEqual(
            scoreDocument(document(given)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
