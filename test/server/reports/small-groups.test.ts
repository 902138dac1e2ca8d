import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withheldPlaces } from '../../../server/reports/boards/small-groups.ts';
import { tellTimes } from '../../../server/reports/tell-groups.ts';

const withheld = (...counts: number[]) => [...withheldPlaces(counts, 5)].sort((a, b) => a - b);

test('groups of five and more are told, and an empty one too', () => {
  expect(withheld(5, 9, 0)).toEqual([]);
});

test('a small group takes the next smallest with it, for the total minus the others would tell of it', () => {
  expect(withheld(20, 4, 9)).toEqual([1, 2]);
});

test('two small ones that are five together hide each other; two that are fewer need a third', () => {
  expect(withheld(3, 20, 2)).toEqual([0, 2]);
  expect(withheld(1, 20, 2, 30)).toEqual([0, 1, 2]);
});

test('what is withheld is never one group alone beside others, and never fewer than five people together', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 9 }), (counts) => {
      const places = withheldPlaces(counts, 5);
      const sizes = [...places].map((place) => counts[place] ?? 0);
      const told = counts.filter((count, place) => count > 0 && !places.has(place));
      expect(told.filter((count) => count < 5)).toEqual([]);
      if (sizes.length === 0 || told.length === 0) return;
      expect(sizes.length).toBeGreaterThan(1);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('the one stage of a cycle that few plans were in is not what the others leave of all', () => {
  const at = (cycleId: string, stage: string, now: number) => ({
    cycleId,
    stage,
    stays: 0,
    medianDays: null,
    now,
  });
  const told = tellTimes(
    [at('okr', 'write', 1), at('okr', 'track', 6), at('okr', 'score', 9), at('yearly', 'rate', 7)],
    5,
  );
  expect(told.items.map(({ stage }) => stage)).toEqual(['score', 'rate']);
  expect(told.withheld).toBe(2);
});
