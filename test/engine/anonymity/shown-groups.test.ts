import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerGroup, type GivenAnswer, showAnswers, shownGroups } from '../../../engine/index.ts';

const group = (id: string, people: number, ...inside: AnswerGroup[]): AnswerGroup => ({
  id,
  people: Array.from({ length: people }, (_, index) => `${id}${index}`),
  inside,
});
const shown = (root: AnswerGroup, threshold = 3) => [...shownGroups(root, threshold)].sort();

test('a group under the threshold is hidden, and what it could be had from by subtraction with it', () => {
  const root = group('all', 0, group('peers', 2), group('reports', 5), group('customers', 6));
  expect(shown(root)).toEqual(['all', 'customers']);
});

test('two small groups hide each other when they are enough together', () => {
  expect(shown(group('all', 0, group('a', 2), group('b', 1), group('c', 4)))).toEqual(['all', 'c']);
});

test('two small groups that are too few even together take a third one with them', () => {
  expect(shown(group('all', 0, group('a', 1), group('b', 1), group('c', 4), group('d', 9)))).toEqual([
    'all',
    'd',
  ]);
});

test('a whole that is too small shows nothing', () => {
  expect(shown(group('all', 0, group('a', 1), group('b', 1)))).toEqual([]);
});

test('what is hidden in a part is not had from the whole above it', () => {
  const part = group('part', 0, group('x', 2), group('y', 3));
  const visible = shown(group('whole', 0, part, group('other', 7)));
  expect(visible).toEqual(['other', 'part', 'whole']);
});

/** Three groups deep, as a department with its teams and their groups. */
const treesOf = (depth: number): fc.Arbitrary<AnswerGroup> =>
  fc.record({
    id: fc.constant(''),
    people: fc.uniqueArray(
      fc.integer({ min: 0, max: 14 }).map((n) => `p${n}`),
      { maxLength: 5 },
    ),
    inside: depth === 0 ? fc.constant([]) : fc.array(treesOf(depth - 1), { maxLength: 3 }),
  });
const trees = treesOf(2);

/** Ids by the way to each group. */
const named = (tree: AnswerGroup, id = 'r'): AnswerGroup => ({
  ...tree,
  id,
  inside: tree.inside.map((one, index) => named(one, `${id}.${index}`)),
});
const allIn = (tree: AnswerGroup): AnswerGroup[] => [tree, ...tree.inside.flatMap(allIn)];

/** The answers that each group counts, one bit for each place in the tree. */
function views(root: AnswerGroup, ids: ReadonlySet<string>) {
  const places = allIn(root);
  const maskOf = (one: AnswerGroup): number =>
    allIn(one).reduce((mask, { id }) => mask | (1 << placeOf(id)), 0);
  const placeOf = (id: string): number => places.findIndex((one) => one.id === id);
  const peopleOf = (mask: number): Set<string> =>
    new Set(places.flatMap(({ people }, index) => (mask & (1 << index) ? people : [])));
  return { masks: places.filter(({ id }) => ids.has(id)).map(maskOf), peopleOf };
}

/** Everything that sums and differences of the views give: subtract a part from a whole, join what lies apart. */
function combinations(masks: readonly number[]): Set<number> {
  const known = new Set(masks);
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const a of [...known])
      for (const b of [...known]) {
        if ((a & b) === b && a !== b) known.add(a & ~b);
        if ((a & b) === 0) known.add(a | b);
      }
  }
  return known;
}

describe('no combination of what is shown', () => {
  test('gives away a group under the threshold', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 3, max: 5 }), (tree, threshold) => {
        const root = named(tree);
        fc.pre(allIn(root).length <= 9);
        const { masks, peopleOf } = views(root, shownGroups(root, threshold));
        for (const mask of combinations(masks)) {
          const { size } = peopleOf(mask);
          expect(size === 0 || size >= threshold).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('needs a rule: showing every group that is large enough by itself would give some away', () => {
    const found = fc.check(
      fc.property(trees, (tree) => {
        const root = named(tree);
        fc.pre(allIn(root).length <= 9);
        const large = allIn(root).filter(
          (one) => new Set(allIn(one).flatMap(({ people }) => people)).size >= 3,
        );
        const { masks, peopleOf } = views(root, new Set(large.map(({ id }) => id)));
        return [...combinations(masks)].every((mask) => [0, ...range(3, 99)].includes(peopleOf(mask).size));
      }),
      { numRuns: 2_000 },
    );
    expect(found.failed).toBe(true);
  });
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

const answers = fc
  .array(
    fc.record({
      group: fc.constantFrom('peer', 'report', 'customer', 'skip' as const),
      authorId: fc.integer({ min: 0, max: 12 }).map((n) => `author-${n}`),
      threshold: fc.integer({ min: 3, max: 4 }),
    }),
    { maxLength: 16 },
  )
  .map((list) => list.map((one, index): GivenAnswer => ({ ...one, text: `said ${index * 7919}` })));

describe('the answers of a round', () => {
  test('are shown in lots of at least the threshold, each once, and held back only when they are too few', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const round = showAnswers(given);
        const threshold = Math.max(0, ...given.map((one) => one.threshold));
        const authorOf = new Map(given.map(({ text, authorId }) => [text, authorId]));
        const seen = round.shown.flatMap(({ texts }) => texts);
        expect(new Set(seen).size).toBe(seen.length);
        for (const { texts } of round.shown)
          expect(new Set(texts.map((text) => authorOf.get(text))).size).toBeGreaterThanOrEqual(threshold);
        expect(round.held).toBe(seen.length < given.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('stand in an order that does not tell who wrote first, and carry no author', () => {
    fc.assert(
      fc.property(answers, fc.integer(), (given, seed) => {
        const turned = given.map((_, index) => given[(index + Math.abs(seed)) % given.length] as GivenAnswer);
        expect(showAnswers(turned)).toEqual(showAnswers(given));
        expect(JSON.stringify(showAnswers(given))).not.toContain('author-');
      }),
    );
  });

  test('of two peers are read among those of the reports', () => {
    const say = (who: 'peer' | 'report', count: number) =>
      Array.from({ length: count }, (_, index) => ({
        group: who,
        authorId: `${who}${index}`,
        text: `${who} ${index}`,
        threshold: 3,
      }));
    expect(showAnswers([...say('peer', 2), ...say('report', 3)])).toEqual({
      shown: [
        {
          groups: ['peer', 'report'],
          texts: ['peer 0', 'peer 1', 'report 0', 'report 1', 'report 2'],
          levels: null,
        },
      ],
      held: false,
    });
    expect(showAnswers(say('peer', 2))).toEqual({ shown: [], held: true });
    expect(showAnswers([...say('peer', 3), ...say('report', 1)]).held).toBe(false);
  });
});
