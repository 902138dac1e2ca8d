import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHundred } from '../../../editor/goals/priorities/hundred.ts';

test('priorities become whole parts of a hundred, by the greatest remainders', () => {
  expect(toHundred([1, 1, 1])).toEqual([34, 33, 33]);
  expect(toHundred([3, 0, 1])).toEqual([75, 0, 25]);
  expect(toHundred([0, 0])).toEqual([0, 0]);
});

test('whatever the priorities, their parts add up to a hundred, keep their order, and what is watched stays so', () => {
  const some = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(some, (priorities) => {
      fc.pre(priorities.some((priority) => priority > 0));
      const parts = toHundred(priorities);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(100);
      for (const [a, left] of priorities.entries())
        for (const [b, right] of priorities.entries())
          if (left > right) expect(parts[a]).toBeGreaterThanOrEqual(parts[b] ?? 0);
      expect(parts.every((part, place) => priorities[place] !== 0 || part === 0)).toBe(true);
    }),
  );
});
