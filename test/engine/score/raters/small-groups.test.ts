// Small groups merged into the others: when these are shown, and that no suppressed group can be worked out from it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultGroupRules,
  defaultOthersRule,
  type GroupRule,
  type ItemFigures,
  type RaterGroup,
  type Rating,
  rateItem,
  raterGroups,
  scoreDocument,
} from '../../../../engine/index.ts';
import { toNumber } from '../../../../engine/score/fraction.ts';

const merging: GroupRule[] = [
  ...defaultGroupRules.map((rule): GroupRule => ({ ...rule, whenSmall: 'merge' })),
  defaultOthersRule,
];
const rating = (raterGroup: RaterGroup, raterId: string, level: string | number): Rating => ({
  id: `${raterGroup}-${raterId}`,
  itemId: 'teamwork',
  raterId,
  raterGroup,
  level,
  evidenceIds: [],
  version: 1,
  supersedes: null,
  reason: null,
});
const levels = { 1: 0, 2: 60, 3: 100, 4: 110, 5: 120 };
const several = (group: RaterGroup, ...given: number[]): Rating[] =>
  given.map((level, index) => rating(group, `${group}${index}`, level));
const rate = (...ratings: Rating[]): ItemFigures => rateItem({ id: 'teamwork', levels }, ratings, merging);
const othersOf = ({ groups }: ItemFigures) => groups.find(({ group }) => group === 'others');
const hidden = { group: 'others', shown: false, score: null, raterCount: null };

describe('small groups', () => {
  test('are shown as the others from four people on, whatever group they are of', () => {
    const figures = rate(...several('peer', 3, 3), ...several('report', 5, 5), ...several('manager', 2));
    expect(othersOf(figures)).toEqual({ group: 'others', shown: true, score: 110, raterCount: 4 });
    expect(figures.groups.filter(({ shown }) => shown).map(({ group }) => group)).toEqual([
      'manager',
      'others',
    ]);
    // 60 of the manager and 110 of the others, who weigh as much as any group.
    expect([figures.total && toNumber(figures.total), figures.raterCount]).toEqual([85, 5]);
  });

  test('stay suppressed while the others are fewer', () => {
    expect(rate(...several('peer', 3, 3), ...several('report', 5))).toEqual(rate());
  });

  test('of one kind alone are not shown under another name', () => {
    const rules = merging.map((rule) => (rule.group === 'peer' ? { ...rule, threshold: 6 } : rule));
    const figures = rateItem({ id: 'teamwork', levels }, several('peer', 1, 2, 3, 4, 5), rules);
    expect(othersOf(figures)).toEqual(hidden);
  });

  test('are counted by people: one in two groups is one', () => {
    const same = ['ann', 'ben'].flatMap((id) => [rating('peer', id, 3), rating('customer', id, 5)]);
    expect(othersOf(rate(...same))).toEqual(hidden);
  });

  test('never hold what people said of themselves', () => {
    const rules = merging.map((rule) => (rule.group === 'self' ? { ...rule, threshold: 2 } : rule));
    const ratings = [...several('self', 1), ...several('peer', 5, 5), ...several('customer', 5, 5)];
    expect(othersOf(rateItem({ id: 'teamwork', levels }, ratings, rules))?.score).toBe(120);
  });

  test('are merged only where a group says so', () => {
    const rules = merging.map(
      (rule): GroupRule => (rule.group === 'report' ? { ...rule, whenSmall: 'suppress' } : rule),
    );
    const ratings = [...several('peer', 3, 3), ...several('customer', 3, 3), ...several('report', 1, 1)];
    expect(othersOf(rateItem({ id: 'teamwork', levels }, ratings, rules))).toMatchObject({
      score: 100,
      raterCount: 4,
    });
  });
});

/** The rank of a matrix, by elimination. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const size = (row: number[]) => Math.abs(row[column] ?? 0);
    const pivot = left.slice(rank).sort((one, other) => size(other) - size(one))[0];
    if (!pivot || size(pivot) < 1e-4) continue;
    left.splice(left.indexOf(pivot), 1);
    left.splice(rank, 0, pivot);
    for (const row of left.slice(rank + 1)) {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (const [index, value] of pivot.entries()) row[index] = (row[index] ?? 0) - times * value;
    }
    rank += 1;
  }
  return rank;
}

/** Everything that the one who is rated sees, as numbers. */
const figuresIn = ({ groups, total }: ItemFigures): number[] => [
  ...groups.map(({ score }) => score ?? 0),
  total ? toNumber(total) : 0,
];

/** How each figure moves with each rating, by trying: a figure is a sum of ratings, each times some number. */
function equationsOf(ratings: readonly Rating[], rules: readonly GroupRule[]): number[][] {
  const rateWith = (moved: number | null): number[] => {
    const scores = Object.fromEntries(ratings.map((_, index) => [String(index), index === moved ? 120 : 0]));
    const own = ratings.map((one, index) => ({ ...one, level: String(index) }));
    return figuresIn(rateItem({ id: 'teamwork', levels: scores }, own, rules));
  };
  const still = rateWith(null);
  const columns = ratings.map((_, index) =>
    rateWith(index).map((figure, nth) => (figure - (still[nth] ?? 0)) / 120),
  );
  return still.map((_, figure) => columns.map((column) => column[figure] ?? 0));
}

test('from all that is shown, the mean of no suppressed group is determined', () => {
  const seen = { others: 0, suppressed: 0 };
  const people = fc.uniqueArray(
    fc.record({ group: fc.constantFrom(...raterGroups), person: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 16, selector: ({ group, person }) => `${group} ${person}` },
  );
  const anyRules = fc.record({
    thresholds: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 }),
    merged: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  });
  fc.assert(
    fc.property(people, anyRules, (raters, { thresholds, merged }) => {
      const rules = merging.map(
        (rule, index): GroupRule => ({
          ...rule,
          threshold: thresholds[index] ?? 3,
          whenSmall: merged[index] ? 'merge' : 'suppress',
        }),
      );
      const ratings = raters.map(({ group, person }) => rating(group, `p${person}`, 3));
      const figures = rateItem({ id: 'teamwork', levels }, ratings, rules);
      const equations = equationsOf(ratings, rules);
      const known = rankOf(equations);
      for (const { group, shown } of figures.groups) {
        const mean = ratings.map(({ raterGroup }) => (raterGroup === group ? 1 : 0));
        if (shown && group === 'others') seen.others += 1;
        if (shown || !mean.includes(1)) continue;
        seen.suppressed += 1;
        expect(rankOf([...equations, mean])).toBe(known + 1);
      }
    }),
    { numRuns: 500, seed: 20260105 },
  );
  expect([seen.others > 50, seen.suppressed > 500]).toEqual([true, true]);
});

test('a document says for each group whether it is merged, and may set the others', () => {
  const document = (others: object) => ({
    window: { start: '2026-01-01', end: '2026-12-31' },
    components: [{ id: 'team' }],
    items: [{ id: 'teamwork', componentId: 'team' }],
    raterGroups: [
      { group: 'peers', whenSmall: 'merge' },
      { group: 'reports', whenSmall: 'merge' },
      { group: 'others', ...others },
    ],
    ratings: [...several('peer', 3, 3), ...several('report', 5, 5)].map(
      ({ itemId, raterId, raterGroup, level }) => ({ itemId, raterId, raterGroup, level }),
    ),
  });
  const shownIn = (others: object) => {
    const scored = scoreDocument(document(others));
    return 'methods' in scored ? scored.methods?.team?.items[0]?.groups.at(-1) : scored;
  };
  expect(shownIn({})).toEqual({ group: 'others', shown: true, score: 110, raterCount: 4 });
  expect(shownIn({ threshold: 5 })).toEqual(hidden);
});
