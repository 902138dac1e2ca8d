import { expect, test } from 'vitest';
import { blankCycle, freshSlug, toSlug } from '../../../editor/cycles/blank-cycle.ts';
import { checkCycle, parseCycle } from '../../../engine/index.ts';

test('a blank cycle can be published as it is', () => {
  const cycle = blankCycle('annual', 'Annual review');
  expect(parseCycle(cycle).kind).not.toBe('refused');
  expect(checkCycle(cycle).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('makes an id from a name that no other cycle has', () => {
  expect(toSlug('  Évaluation 360° / 2027 ')).toBe('evaluation-360-2027');
  expect(freshSlug('Annual review', [])).toBe('annual-review');
  expect(freshSlug('Annual review', ['annual-review', 'annual-review-2'])).toBe('annual-review-3');
  expect(freshSlug('???', [])).toBe('cycle');
});
