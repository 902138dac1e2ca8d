// Groups of raters: thresholds, weights, and what is never shown.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultGroupRules,
  type ItemFigures,
  type RaterGroup,
  type Rating,
  rateItem,
  raterGroups,
  scoreMethods,
} from '../../../../engine/index.ts';
import { toNumber } from '../../../../engine/score/fraction.ts';

const levels = { 1: 0, 2: 60, 3: 100, 4: 110, 5: 120 };
const item = { id: 'teamwork', levels };

let next = 0;
const rating = (raterGroup: RaterGroup, level: number | string, more: Partial<Rating> = {}): Rating => {
  next += 1;
  return {
    id: `r${next}`,
    itemId: item.id,
    raterId: `p${next}`,
    raterGroup,
    level,
    evidenceIds: [],
    version: 1,
    supersedes: null,
    reason: null,
    ...more,
  };
};
const several = (group: RaterGroup, ...given: number[]): Rating[] =>
  given.map((level) => rating(group, level));
const rate = (...ratings: Rating[]): ItemFigures => rateItem(item, ratings, defaultGroupRules);
const total = (figures: ItemFigures) => figures.total && toNumber(figures.total);
const groupOf = (figures: ItemFigures, name: RaterGroup) =>
  figures.groups.find(({ group }) => group === name);

describe('a group', () => {
  test('has the mean of the scores of its levels, never of the labels', () => {
    expect(groupOf(rate(...several('peer', 2, 4, 5)), 'peer')).toEqual({
      group: 'peer',
      shown: true,
      // 60, 110 and 120; the labels would average 3.67.
      score: 96.6667,
      raterCount: 3,
    });
  });

  test.each<[RaterGroup, number]>([
    ['manager', 1],
    ['self', 1],
    ['peer', 3],
    ['report', 3],
    ['customer', 4],
    ['skip', 4],
  ])('of %s is shown from %i raters on', (group, threshold) => {
    const levelsOf = (count: number) => several(group, ...Array.from({ length: count }, () => 3));
    expect(groupOf(rate(...levelsOf(threshold)), group)).toMatchObject({ shown: true, score: 100 });
    expect(groupOf(rate(...levelsOf(threshold - 1)), group)).toEqual({
      group,
      shown: false,
      score: null,
      raterCount: null,
    });
  });
});

describe('the total', () => {
  test('weighs the groups that are shown, whatever their size', () => {
    expect(total(rate(...several('manager', 5), ...several('peer', 3, 3, 3, 3)))).toBe(110);
  });

  test('leaves the self rating out, which is shown', () => {
    const figures = rate(...several('manager', 3), ...several('self', 5));
    expect([total(figures), groupOf(figures, 'self')?.score]).toEqual([100, 120]);
  });

  test('leaves a suppressed group out, and so does the number of raters', () => {
    const figures = rate(...several('manager', 3), ...several('peer', 5, 5));
    expect([total(figures), figures.raterCount]).toEqual([100, 1]);
  });

  test('is not there when every group is suppressed', () => {
    expect(total(rate(...several('peer', 5, 5), ...several('report', 1)))).toBeNull();
  });
});

test('of a rater the newest version counts, and what was superseded does not', () => {
  const first = rating('manager', 1, { id: 'a', raterId: 'boss' });
  const second = rating('manager', 3, { id: 'b', raterId: 'boss', version: 2 });
  const third = rating('manager', 5, { id: 'c', raterId: 'boss', supersedes: 'b' });
  expect(total(rate(first, second))).toBe(100);
  expect(total(rate(second, third))).toBe(120);
});

describe('what the subject sees', () => {
  const anyRatings = fc.array(
    fc.record({ group: fc.constantFrom(...raterGroups), level: fc.integer({ min: 1, max: 5 }) }),
    { maxLength: 20 },
  );
  const toRatings = (given: { group: RaterGroup; level: number }[]) =>
    given.map(({ group, level }) => rating(group, level));

  test('is not changed by a rating of a group that stays suppressed', () => {
    fc.assert(
      fc.property(
        anyRatings,
        fc.constantFrom(...raterGroups),
        fc.integer({ min: 1, max: 5 }),
        (given, group, level) => {
          const before = toRatings(given);
          const threshold = defaultGroupRules.find((rule) => rule.group === group)?.threshold ?? 0;
          fc.pre(before.filter(({ raterGroup }) => raterGroup === group).length + 1 < threshold);
          expect(rate(...before, rating(group, level))).toEqual(rate(...before));
        },
      ),
    );
  });

  test('does not tell a group that is too small from one that is empty', () => {
    expect(rate(...several('manager', 4), ...several('peer', 1, 5))).toEqual(rate(...several('manager', 4)));
  });

  test('holds no total from which the one suppressed group could be worked out', () => {
    fc.assert(
      fc.property(anyRatings, (given) => {
        const ratings = toRatings(given);
        const figures = rate(...ratings);
        const hidden = new Set(figures.groups.filter(({ shown }) => !shown).map(({ group }) => group));
        const visible = ratings.filter(({ raterGroup }) => !hidden.has(raterGroup));
        // Every figure is one of the visible ratings alone.
        expect(rate(...visible)).toEqual(figures);
      }),
    );
  });

  test('does not depend on the order of the ratings', () => {
    fc.assert(
      fc.property(anyRatings, (given) => {
        const ratings = toRatings(given);
        expect(rate(...ratings.toReversed())).toEqual(rate(...ratings));
      }),
    );
  });
});

describe('methods', () => {
  const items = [
    { id: 'teamwork', weight: 3, levels },
    { id: 'care', weight: 1, levels },
  ];

  test('are scored by the weight of their items', () => {
    const ratings = [
      ...several('manager', 3),
      ...several('manager', 5).map((one) => ({ ...one, itemId: 'care' })),
    ];
    expect(scoreMethods(items, ratings, defaultGroupRules)).toMatchObject({
      score: 105,
      outcome: 'meets',
      coverage: 1,
      parts: [
        { id: 'teamwork', weight: 0.75, score: 100, contribution: 0 },
        { id: 'care', weight: 0.25, score: 120, contribution: 5 },
      ],
    });
  });

  test('have no outcome when too few of their items can be shown', () => {
    const ratings = several('manager', 3).map((one) => ({ ...one, itemId: 'care' }));
    expect(scoreMethods(items, ratings, defaultGroupRules)).toMatchObject({
      score: 100,
      outcome: null,
      reason: 'insufficient_data',
      coverage: 0.25,
    });
  });
});
