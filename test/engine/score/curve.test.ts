// Standards become curves, and values become scores.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Curve, Standards } from '../../../engine/index.ts';
import { curveOf, displayScore, outcomeOf, scoreOnCurve } from '../../../engine/index.ts';
import type { Direction } from '../../../engine/score/curve-of.ts';
import { points } from './given.ts';

function curve(standards: Standards, direction: Direction): Curve {
  const reading = curveOf(standards, direction);
  if (reading.kind === 'refused') throw new Error(reading.problem.message);
  return reading.curve;
}
const scores = (standards: Standards, direction: Direction, values: (number | string | boolean)[]) =>
  values.map((value) => scoreOnCurve(curve(standards, direction), value));
const problemOf = (standards: Standards, direction: Direction) => {
  const reading = curveOf(standards, direction);
  return reading.kind === 'refused' ? reading.problem : reading.advice;
};

describe('a value scores', () => {
  test('evenly between the standards when more is better', () => {
    expect(scores(points(800, 1200, 1500), 'increase', [-5, 800, 1000, 1200, 1350, 1500, 9000])).toEqual([
      0, 0, 50, 100, 110, 120, 120,
    ]);
  });

  test('evenly between the standards when less is better and the target is zero', () => {
    expect(scores(points(4, 1, 0), 'decrease', [0, 1, 2, 4, 7])).toEqual([120, 100, 66.6667, 0, 0]);
  });

  test('at most 100 when no standard exceeds', () => {
    expect(scores(points(3, 0), 'decrease', [-1, 0, 1, 3])).toEqual([100, 100, 66.6667, 0]);
  });

  test('100 inside a range and falls on both sides of it', () => {
    const standards: Standards = { kind: 'range', low: 10, okLow: 20, okHigh: 30, high: 45 };
    expect(scores(standards, 'range', [8, 15, 20, 25, 36, 45])).toEqual([0, 50, 100, 100, 60, 0]);
  });

  test('120 on the ideal plateau of a range', () => {
    const standards: Standards = { kind: 'range', low: 0, okLow: 10, okHigh: 40, high: 50, ideal: [20, 30] };
    expect(scores(standards, 'range', [10, 15, 20, 25, 30, 35, 40])).toEqual([
      100, 110, 120, 120, 120, 110, 100,
    ]);
  });

  test('by days late, early being better', () => {
    const standards: Standards = {
      kind: 'anchors',
      mode: 'linear',
      anchors: [
        { x: -10, score: 120 },
        { x: 0, score: 100 },
        { x: 15, score: 0 },
      ],
    };
    expect(scores(standards, 'decrease', [-12, -5, 0, 6, 20])).toEqual([120, 110, 100, 60, 0]);
  });

  test('100 at or beyond the only standard and 0 before it', () => {
    expect(scores({ kind: 'points', meets: 90 }, 'increase', [89.9, 90, 95])).toEqual([0, 100, 100]);
    expect(scores({ kind: 'points', meets: 5 }, 'decrease', [5.1, 5, 0])).toEqual([0, 100, 100]);
  });

  test('in steps when there is no unacceptable value', () => {
    expect(scores({ kind: 'points', meets: 90, exceeds: 95 }, 'increase', [89, 90, 94, 95])).toEqual([
      0, 100, 100, 120,
    ]);
  });

  test('by the best anchor reached in steps', () => {
    const standards: Standards = {
      kind: 'anchors',
      mode: 'step',
      anchors: [
        { x: 5, score: 100 },
        { x: 2, score: 120 },
      ],
    };
    expect(scores(standards, 'decrease', [6, 5, 3, 2, 1])).toEqual([0, 100, 100, 120, 120]);
  });

  test('by its level on a rubric, and not at all on a level that is not there', () => {
    const standards: Standards = { kind: 'levels', levels: { 1: 0, 2: 60, 3: 100, 4: 110, 5: 120 } };
    expect(scores(standards, 'rubric', ['2', 4, '6', 'toString'])).toEqual([60, 110, null, null]);
  });

  test('yes or no', () => {
    const standards: Standards = { kind: 'levels', levels: { false: 0, true: 100 } };
    expect(scores(standards, 'increase', [true, false])).toEqual([100, 0]);
  });

  test('not at all when it is no finite number', () => {
    expect(scores(points(0, 1), 'increase', [Number.NaN, Number.POSITIVE_INFINITY, '12,5', true])).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('with negative targets like with any other', () => {
    expect(scores(points(-30, -10, 0), 'increase', [-40, -20, -10, -5])).toEqual([0, 50, 100, 110]);
  });

  test('against a curve scaled by the active part of the period', () => {
    expect(scoreOnCurve(curve(points(800, 1200, 1500), 'increase'), 930, 275 / 365)).toBe(102.2909);
    expect(scoreOnCurve(curve(points(800, 1200, 1500), 'increase'), 930)).toBe(32.5);
  });
});

describe('standards are refused', () => {
  test.each<[string, Standards, Direction, string, RegExp]>([
    [
      'when two points are the same',
      points(5, 5, 6),
      'increase',
      'STD-01',
      /“unacceptable” and “meets” are both 5/,
    ],
    [
      'when meets and exceeds are the same',
      points(1, 5, 5),
      'increase',
      'STD-01',
      /“meets” and “exceeds” are both 5/,
    ],
    ['when they run against more is better', points(9, 5), 'increase', 'STD-02', /is 9 and “meets” is 5/],
    ['when they run against less is better', points(1, 5), 'decrease', 'STD-02', /is 1 and “meets” is 5/],
    ['when exceeds lies before meets', points(1, 5, 4), 'increase', 'STD-02', /is 5 and “exceeds” is 4/],
    ['when points are given for a range', points(1, 5), 'range', 'STD-02', /direction is range/],
    [
      'when a range does not rise',
      { kind: 'range', low: 10, okLow: 5, okHigh: 20, high: 30 },
      'range',
      'STD-02',
      /10, 5, 20, 30/,
    ],
    [
      'when a range has no slope',
      { kind: 'range', low: 5, okLow: 5, okHigh: 20, high: 30 },
      'range',
      'STD-01',
      /must differ/,
    ],
    [
      'when a range is given for one direction',
      { kind: 'range', low: 1, okLow: 5, okHigh: 20, high: 30 },
      'increase',
      'STD-02',
      /not “increase”/,
    ],
    [
      'when a line has one anchor',
      { kind: 'anchors', mode: 'linear', anchors: [{ x: 1, score: 100 }] },
      'increase',
      'STD-01',
      /two anchors/,
    ],
    [
      'when all anchors score the same',
      {
        kind: 'anchors',
        mode: 'linear',
        anchors: [
          { x: 1, score: 50 },
          { x: 2, score: 50 },
        ],
      },
      'increase',
      'STD-01',
      /no value is better than another/,
    ],
    [
      'when two anchors share a value',
      {
        kind: 'anchors',
        mode: 'linear',
        anchors: [
          { x: 1, score: 0 },
          { x: 1, score: 100 },
        ],
      },
      'increase',
      'STD-01',
      /are at 1/,
    ],
    [
      'when anchors fall although more is better',
      {
        kind: 'anchors',
        mode: 'linear',
        anchors: [
          { x: 1, score: 100 },
          { x: 2, score: 0 },
        ],
      },
      'increase',
      'STD-02',
      /1 scores 100 and 2 scores 0/,
    ],
    [
      'when a rubric has one level',
      { kind: 'levels', levels: { good: 100 } },
      'rubric',
      'STD-01',
      /two levels/,
    ],
  ])('%s', (_name, standards, direction, code, message) => {
    const problem = problemOf(standards, direction);
    expect(problem).toEqual({ code, severity: 'error', message: expect.stringMatching(message) });
  });

  test('never for having no way to exceed, which is only told', () => {
    expect(problemOf({ kind: 'points', meets: 5 }, 'increase')).toEqual({
      code: 'STD-07',
      severity: 'info',
      message: 'No standard reaches 120, so nobody can exceed expectations here.',
    });
    expect(problemOf(points(0, 5, 6), 'increase')).toBeNull();
  });
});

describe('every curve', () => {
  const hundredths = fc.integer({ min: -100_000_000, max: 100_000_000 });
  const threePoints = fc
    .uniqueArray(hundredths, { minLength: 3, maxLength: 3 })
    .map((xs) => xs.sort((a, b) => a - b).map((x) => x / 100));

  test('rises with the value when more is better, and stays within 0 and 120', () => {
    const value = fc.double({ min: -2e6, max: 2e6, noNaN: true });
    fc.assert(
      fc.property(threePoints, value, value, ([u = 0, m = 0, e = 0], one, other) => {
        const [low, high] = scores(points(u, m, e), 'increase', [Math.min(one, other), Math.max(one, other)]);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(120);
        expect(low).toBeLessThanOrEqual(high ?? 0);
      }),
    );
  });

  test('mirrors when less is better', () => {
    fc.assert(
      fc.property(
        threePoints,
        fc.double({ min: -2e6, max: 2e6, noNaN: true }),
        ([u = 0, m = 0, e = 0], value) => {
          expect(scores(points(-u, -m, -e), 'decrease', [-value])).toEqual(
            scores(points(u, m, e), 'increase', [value]),
          );
        },
      ),
    );
  });

  test('gives 0, 100 and 120 exactly at its standards', () => {
    fc.assert(
      fc.property(threePoints, ([u = 0, m = 0, e = 0]) => {
        expect(scores(points(u, m, e), 'increase', [u, m, e])).toEqual([0, 100, 120]);
      }),
    );
  });
});

describe('an outcome', () => {
  test('includes the lower bound of its band', () => {
    expect([0, 99.9999, 100, 119.9999, 120].map(outcomeOf)).toEqual([
      'below',
      'below',
      'meets',
      'meets',
      'exceeds',
    ]);
  });

  test('is that of the stored score: 99.99995 is stored as 100', () => {
    const stored = scoreOnCurve(curve(points(0, 100), 'increase'), 99.99995) ?? 0;
    expect([stored, outcomeOf(stored), displayScore(stored)]).toEqual([100, 'meets', '100.0']);
  });

  test('is never contradicted by the score that people read', () => {
    expect([0, 66.6667, 99.94, 99.96, 99.99, 100, 105.25, 119.97, 120].map(displayScore)).toEqual([
      '0.0',
      '66.7',
      '99.9',
      '99.9',
      '99.9',
      '100.0',
      '105.3',
      '119.9',
      '120.0',
    ]);
  });
});
