import { expect, test } from 'vitest';
import { forceWords } from '../../../../editor/goals/measure/force-words.ts';

const period = { start: '2026-01-01', end: '2026-12-31' };

test('a measure says on which days it is in force, and nothing where it is so on all of them', () => {
  expect(forceWords({}, period)).toBeNull();
  expect(forceWords({ effectiveFrom: null, effectiveTo: null }, period)).toBeNull();
  expect(forceWords({ effectiveFrom: '2026-07-01' }, period)).toBe('In force from 1 Jul 2026');
  expect(forceWords({ effectiveTo: '2026-06-30' }, period)).toBe('In force until 30 Jun 2026');
  expect(forceWords({ effectiveFrom: '2026-04-01', effectiveTo: '2026-06-30' }, period)).toBe(
    'In force from 1 Apr 2026 to 30 Jun 2026',
  );
});

test('where it is in force on no day of the plan it says that it is not counted', () => {
  expect(forceWords({ effectiveFrom: '2027-01-01' }, period)).toBe(
    'Not counted: in force only from 1 Jan 2027',
  );
  expect(forceWords({ effectiveTo: '2025-12-31' }, period)).toBe(
    'Not counted: in force only until 31 Dec 2025',
  );
});
