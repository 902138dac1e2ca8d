import { expect, test } from 'vitest';
import {
  aggregationChoices,
  asksAnew,
  directionChoices,
  kindChoices,
  type Shape,
  shapeAs,
} from '../../../editor/goals/measure/kinds.ts';
import {
  isBegun,
  lacks,
  nothingObserved,
  placeOf,
  recordingOf,
  toRecorded,
} from '../../../editor/goals/measure/observed.ts';
import { curveOf } from '../../../engine/index.ts';

const number: Shape = {
  kind: 'number',
  unit: 'permits',
  direction: 'increase',
  timeAggregation: 'sum',
  weight: 3,
};
const measure = { ...number, standards: null, dueFrom: null };

test('each kind offers a way that the engine can score with the standard that its fields give', () => {
  const points = { kind: 'points' as const, meets: 3 };
  const levels = { kind: 'levels' as const, levels: { no: 0, yes: 100 } };
  for (const { value: kind } of kindChoices) {
    const { direction } = shapeAs(number, kind);
    const standards = ['boolean', 'rubric'].includes(kind) ? levels : points;
    expect(curveOf(standards, direction).kind, kind).toBe('curve');
  }
});

test('another kind keeps what it can have and takes its own for the rest', () => {
  expect(shapeAs(number, 'currency')).toMatchObject({
    direction: 'increase',
    timeAggregation: 'sum',
    weight: 3,
  });
  expect(shapeAs(number, 'percent')).toMatchObject({ unit: '%', timeAggregation: 'ratio' });
  expect(shapeAs(shapeAs(number, 'percent'), 'number').unit).toBe('');
  expect(shapeAs(number, 'narrative').weight).toBe(0);
  expect(shapeAs(number, 'milestones')).toMatchObject({ direction: 'milestone', milestones: [] });
});

test('percentages are not added up, and what an import has set can stay', () => {
  const offered = aggregationChoices('percent', 'ratio').map(({ value }) => value);
  expect(offered).not.toContain('sum');
  expect(aggregationChoices('percent', 'sum').map(({ value }) => value)).toContain('sum');
  expect(directionChoices('number', 'rubric').map(({ value }) => value)).toContain('rubric');
});

test('a standard is asked anew where it could not be one any more', () => {
  expect(asksAnew(number, shapeAs(number, 'percent'))).toBe(false);
  expect(asksAnew(number, shapeAs(number, 'rubric'))).toBe(true);
  expect(asksAnew(number, { ...number, direction: 'range' })).toBe(true);
});

test.for([
  ['ratio', { kind: 'percent', timeAggregation: 'ratio' }],
  ['cases', { timeAggregation: 'weightedMean' }],
  ['level', { kind: 'rubric', direction: 'rubric' }],
  ['yes-or-no', { kind: 'boolean', direction: 'rubric' }],
  ['milestone', { kind: 'milestones', direction: 'milestone' }],
  ['days-late', { kind: 'date', direction: 'decrease' }],
  ['day', { kind: 'date', direction: 'decrease', dueFrom: '2026-01-01' }],
  ['number', {}],
] as const)('it is recorded as %s', ([way, more]) => expect(recordingOf({ ...measure, ...more })).toBe(way));

test('a half of a ratio is begun and not complete; both halves are sent and placed as the ratio', () => {
  const ratio = { ...measure, kind: 'percent' as const, timeAggregation: 'ratio' as const };
  const half = { ...nothingObserved, numerator: 45 };
  expect([isBegun(nothingObserved), isBegun(half)]).toEqual([false, true]);
  expect(lacks(ratio, half)).not.toBeNull();
  const both = { ...half, denominator: 50, value: 7 };
  expect(lacks(ratio, both)).toBeNull();
  expect(toRecorded(ratio, both)).toEqual({ numerator: 45, denominator: 50 });
  expect(placeOf(ratio, both)).toBe(90);
  expect(placeOf(ratio, { ...both, denominator: 0 })).toBeUndefined();
});

test('a no is an answer, and a mean needs its cases', () => {
  const yes = { ...measure, kind: 'boolean' as const };
  expect(lacks(yes, { ...nothingObserved, value: false })).toBeNull();
  const mean = { ...measure, timeAggregation: 'weightedMean' as const };
  expect(lacks(mean, { ...nothingObserved, value: 4 })).not.toBeNull();
  expect(toRecorded(mean, { ...nothingObserved, value: 4, n: 12 })).toEqual({ value: 4, n: 12 });
});
