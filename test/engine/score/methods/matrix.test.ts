// Results × methods: the default matrix, its consequences, and which matrices are refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blendOf,
  type Consequence,
  defaultMatrix,
  type Matrix,
  matrixFaults,
  type Outcome,
  outcomes,
  overallOf,
} from '../../../../engine/index.ts';

const matrixOf = (cells: Outcome[]): Matrix => {
  const at = (index: number) => ({ outcome: cells[index] ?? 'below', consequence: 'none' as const });
  return {
    below: { below: at(0), meets: at(1), exceeds: at(2) },
    meets: { below: at(3), meets: at(4), exceeds: at(5) },
    exceeds: { below: at(6), meets: at(7), exceeds: at(8) },
  };
};

test.each<[results: Outcome, methods: Outcome, outcome: Outcome, consequence: Consequence]>([
  ['below', 'below', 'below', 'intervene'],
  ['below', 'meets', 'below', 'intervene-on-measures'],
  ['below', 'exceeds', 'below', 'review-measure-design'],
  ['meets', 'below', 'below', 'intervene-on-methods'],
  ['meets', 'meets', 'meets', 'none'],
  ['meets', 'exceeds', 'meets', 'none'],
  ['exceeds', 'below', 'meets', 'methods-plan-before-reward'],
  ['exceeds', 'meets', 'exceeds', 'reward'],
  ['exceeds', 'exceeds', 'exceeds', 'reward'],
])('results %s and methods %s are %s: %s', (results, methods, outcome, consequence) => {
  expect(overallOf(results, methods)).toEqual({ outcome, consequence });
});

test('without an outcome on either axis there is none overall', () => {
  expect([overallOf(null, 'meets'), overallOf('meets', null)]).toEqual([null, null]);
});

describe('a matrix', () => {
  test('that is the default is sound', () => {
    expect(matrixFaults(defaultMatrix)).toEqual([]);
  });

  test('with a hole is refused, naming the cell', () => {
    const { exceeds: _, ...meets } = defaultMatrix.meets;
    expect(matrixFaults({ ...defaultMatrix, meets })).toEqual([
      {
        place: { results: 'meets', methods: 'exceeds' },
        message: 'The cell for results meets, methods exceeds is missing.',
      },
    ]);
  });

  test('in which better results are worse is refused, naming both cells', () => {
    const cells: Outcome[] = [
      'below',
      'below',
      'below',
      'below',
      'exceeds',
      'exceeds',
      'below',
      'meets',
      'exceeds',
    ];
    expect(matrixFaults(matrixOf(cells))).toEqual([
      {
        place: { results: 'exceeds', methods: 'meets' },
        message:
          'results exceeds, methods meets gives "meets", which is worse than "exceeds" for results meets, methods meets.',
      },
    ]);
  });

  test('is sound exactly when no better pair of axes has a worse outcome', () => {
    const rank = (outcome: Outcome) => outcomes.indexOf(outcome);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 9, maxLength: 9 }), (cells) => {
        const places = cells.map((outcome, index) => ({ r: Math.floor(index / 3), m: index % 3, outcome }));
        const monotone = places.every((a) =>
          places.every((b) => b.r < a.r || b.m < a.m || rank(b.outcome) >= rank(a.outcome)),
        );
        expect(matrixFaults(matrixOf(cells)).length === 0).toBe(monotone);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a blend weighs both axes and is rounded once', () => {
  expect([blendOf(110, 90, 0.5), blendOf(100, 0, 1 / 3), blendOf(90, 120, 0)]).toEqual([100, 33.3333, 120]);
});
