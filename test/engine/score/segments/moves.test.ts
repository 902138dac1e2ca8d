// Components that move within the period: each stretch of days counts in what they were then a part of.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agreement, scoreOrganisation } from '../../../../engine/index.ts';
import { type Station, treesOverTime } from '../../../../engine/score/segments/trees-over-time.ts';
import { aGoal, aMeasure, anObservation, points, whole, year } from '../given.ts';

type Tree = Record<string, string | null>;
type Values = Record<string, [day: string, value: number][]>;

interface Given {
  tree: Tree;
  values: Values;
  stations?: Station[];
  agreements?: Agreement[];
}

/** Components with values have a goal with one measure, the mean of what was observed. */
function scoresOf({ tree, values, stations, agreements }: Given) {
  const ids = Object.keys(values);
  const scores = scoreOrganisation({
    components: Object.entries(tree).map(([id, parentId]) => ({ id, parentId, kind: 'department' })),
    ...{ stations, agreements },
    goals: ids.map((id) => aGoal({ id: `g-${id}`, componentId: id })),
    measures: ids.map((id) => aMeasure({ id: `m-${id}`, goalId: `g-${id}`, timeAggregation: 'mean' })),
    observations: ids.flatMap((id) =>
      (values[id] ?? []).map(([day, value], index) =>
        anObservation({
          ...{ id: `${id}${index}`, measureId: `m-${id}`, componentId: id },
          ...{ periodStart: day, periodEnd: day, value },
        }),
      ),
    ),
    ...whole,
  });
  return Object.fromEntries([...scores].map(([id, { score }]) => [id, score]));
}

const station = (componentId: string, parentId: string | null, from: string): Station => ({
  ...{ componentId, parentId, from },
});
/** Unit was in A until the end of June, and is in B since. */
const transfer = [station('unit', 'a', '2025-01-01'), station('unit', 'b', '2025-07-01')];

test('transfer on day 181: two segments, each rolls up to its own department', () => {
  const tree = { city: null, a: 'city', b: 'city', unit: 'b' };
  const values: Values = {
    unit: [
      ['2025-03-01', 80],
      ['2025-09-01', 110],
    ],
  };
  expect(scoresOf({ tree, values, stations: transfer })).toEqual({
    ...{ a: 80, b: 110 },
    // 181 days of 80 and 184 days of 110.
    ...{ unit: 95.1233, city: 95.1233 },
  });
});

test('what was observed before the move is nothing to the new department', () => {
  const tree = { a: null, b: null, unit: 'b', other: 'a' };
  const values: Values = { unit: [['2025-03-01', 50]], other: [['2025-03-01', 100]] };
  const { a, b, unit } = scoresOf({ tree, values, stations: transfer });
  // 181 days of 75 and 184 days of 100.
  expect([a, b, unit]).toEqual([87.6027, null, 50]);
});

test('what was agreed anew after the move counts by its own days, there and in the new department', () => {
  const [goals, measures] = [
    [aGoal({ id: 'g-unit', componentId: 'unit' })],
    [aMeasure({ id: 'm-unit', goalId: 'g-unit', timeAggregation: 'mean' })],
  ];
  const eased = measures.map((measure) => ({ ...measure, standards: points(0, 80) }));
  const agreed = [
    { version: 1, from: '2025-01-01', goals, measures },
    { version: 2, from: '2025-10-01', goals, measures: eased },
  ];
  const values: Values = {
    unit: [
      ['2025-03-01', 80],
      ['2025-09-01', 80],
      ['2025-11-01', 80],
    ],
  };
  const tree = { city: null, a: 'city', b: 'city', unit: 'b' };
  const scores = scoresOf({
    tree,
    values,
    stations: transfer,
    agreements: [{ componentId: 'unit', agreed }],
  });
  // In b 92 days of 80 and 92 days of 100; in all 273 days of 80 and 92 of 100.
  expect(scores).toEqual({ a: 80, b: 90, unit: 85.0411, city: 85.0411 });
});

test('a team moves with its people', () => {
  const tree = { a: null, b: null, unit: 'b', pat: 'unit', ian: 'unit' };
  const values: Values = {
    pat: [
      ['2025-03-01', 60],
      ['2025-09-01', 100],
    ],
    ian: [['2025-03-01', 80]],
  };
  const { a, b } = scoresOf({ tree, values, stations: transfer });
  expect([a, b]).toEqual([70, 100]);
});

test('a move before or after the period cuts nothing', () => {
  const places = [
    { id: 'a', parentIds: [] },
    { id: 'unit', parentIds: ['a'] },
  ];
  const moved = (from: string) => [station('unit', null, '2020-01-01'), station('unit', 'a', from)];
  expect(treesOverTime(places, moved('2025-01-01'), year)).toEqual([]);
  expect(treesOverTime(places, moved('2026-01-01'), year)).toEqual([]);
  expect(treesOverTime(places, moved('2025-12-31'), year)).toHaveLength(2);
});

const units = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
const dayOf = (month: number) => `2025-${String(month).padStart(2, '0')}-01`;
/** Each stands below one before it, so that no tree runs in a circle. */
const someTree = fc
  .tuple(...units.map((_, index) => fc.integer({ min: -1, max: index - 1 })))
  .map((parents) => Object.fromEntries(units.map((id, index) => [id, units[parents[index] ?? -1] ?? null])));
const someValues = fc
  .array(fc.record({ unit: fc.nat(6), month: fc.integer({ min: 1, max: 12 }), value: fc.nat(120) }))
  .map((all) => {
    const distinct = new Map(all.map((one) => [`${one.unit}-${one.month}`, one]));
    const values: Values = {};
    for (const { unit, month, value } of distinct.values())
      values[`u${unit}`] = [...(values[`u${unit}`] ?? []), [dayOf(month), value]];
    return values;
  });
const someMove = fc.record({ month: fc.integer({ min: 2, max: 12 }), to: fc.nat(5), unit: fc.nat(6) });

const isBelow = (tree: Tree, id: string | null, top: string): boolean =>
  id !== null && (id === top || isBelow(tree, tree[id] ?? null, top));

test('whoever neither moved nor has had a part that did scores as if nobody had moved', () => {
  fc.assert(
    fc.property(someTree, someValues, someMove, (before, values, { month, to, unit }) => {
      const [mover, target] = [`u${unit}`, `u${to}`];
      fc.pre(!isBelow(before, target, mover));
      const stations = [
        station(mover, before[mover] ?? null, '2024-01-01'),
        station(mover, target, dayOf(month)),
      ];
      const after = { ...before, [mover]: target };
      const moved = scoresOf({ tree: after, values, stations });
      const still = scoresOf({ tree: after, values });
      const wasThere = scoresOf({ tree: before, values });
      const touched = (id: string) =>
        isBelow(after, id, mover) || isBelow(before, mover, id) || isBelow(after, mover, id);
      for (const id of units.filter((one) => !touched(one))) {
        expect([id, moved[id]]).toEqual([id, still[id]]);
        expect([id, moved[id]]).toEqual([id, wasThere[id]]);
      }
    }),
  );
});

test('a former whole without goals scores what its parts did while they were there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(120), fc.nat(120), (month, first, second) => {
      const tree = { a: null, b: null, unit: 'b' };
      const values: Values = {
        unit: [
          ['2025-01-01', first],
          ['2025-12-31', second],
        ],
      };
      const stations = [station('unit', 'a', '2025-01-01'), station('unit', 'b', dayOf(month))];
      const { a, b } = scoresOf({ tree, values, stations });
      expect([a, b]).toEqual([first, second]);
    }),
  );
});
