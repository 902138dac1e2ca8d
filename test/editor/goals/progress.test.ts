import { expect, test } from 'vitest';
import {
  placesOf,
  progressWords,
  sparkOf,
  staleWords,
} from '../../../editor/goals/progress/progress-words.ts';
import type { Progress } from '../../../engine/index.ts';

const progress = (given: Partial<Progress>): Progress => ({
  actual: 0.62,
  expected: 0.7,
  isLimit: false,
  standing: 'behind',
  ...given,
});

test.for<[given: Partial<Progress>, words: string]>([
  [{}, '62% of target, expected 70%'],
  [{ actual: 1.1, expected: 1, standing: 'ahead' }, '110% of target, expected 100%'],
  [{ actual: 0.996, expected: 1 }, '99% of target, expected 100%'],
  [{ actual: 0.4, expected: 0.2, isLimit: true }, '40% of the limit, expected at most 20%'],
  [{ actual: 0.204, expected: 0.2, isLimit: true }, '21% of the limit, expected at most 20%'],
])('a screen reader is told %j as: %s', ([given, words]) => {
  expect(progressWords(progress(given))).toBe(words);
});

test('a line holds the bar and the marker, also past the target', () => {
  expect(placesOf(progress({}))).toEqual({ actual: 0.62, expected: 0.7, whole: 1 });
  expect(placesOf(progress({ actual: 2, expected: 1 }))).toEqual({ actual: 1, expected: 0.5, whole: 0.5 });
  expect(placesOf(progress({ actual: -1, expected: 1 })).actual).toBe(0);
});

test('a trend goes from left to right and from low to high', () => {
  expect(sparkOf([1, 3, 2])).toEqual([
    { x: 2, y: 16 },
    { x: 36, y: 2 },
    { x: 70, y: 9 },
  ]);
  expect(sparkOf([5, 5]).every(({ y }) => Number.isFinite(y))).toBe(true);
});

test('a value that should have come is said with its day', () => {
  const of = { measureId: 'm', measurement: null, progress: null, trend: [] };
  expect(staleWords({ ...of, staleSince: '2026-05-01' })).toMatch(/^A value is overdue since .*2026/);
  expect(staleWords({ ...of, staleSince: null })).toBeNull();
});
