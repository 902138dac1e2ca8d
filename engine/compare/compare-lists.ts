// Two lists whose items have no names: which are gone, new, changed, or in another order. The likest go together.
import type { StageId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import { isSame } from './aspect.ts';
import { compareFields } from './compare-fields.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { type Features, type Pair, pairUp, similarity } from './similarity.ts';

export interface PlacedList {
  pointer: string;
  items: readonly JsonObject[];
}

interface Matching {
  /** What counts more than one in telling items apart, by key. */
  weights: Readonly<Record<string, number>>;
  /** Keys that tell nothing. */
  ignored: readonly string[];
  /** The one that is left over on each side goes with the other, however little they have in common. */
  pairsLast: boolean;
}

const featuresOf = (item: JsonObject, { weights, ignored }: Matching): Features =>
  new Map(
    Object.entries(item)
      .filter(([key]) => !ignored.includes(key))
      .map(([key, value]) => [`${key} ${JSON.stringify(value)}`, weights[key] ?? 1]),
  );

/** A third of what can be said of the two is the same. */
const least = 0.3;

export const positionsWithout = (length: number, taken: readonly number[]): number[] =>
  Array.from({ length }, (_, index) => index).filter((index) => !taken.includes(index));

export function matchItems(
  old: readonly JsonObject[],
  other: readonly JsonObject[],
  matching: Matching,
): Pair[] {
  const features = {
    old: old.map((item) => featuresOf(item, matching)),
    new: other.map((item) => featuresOf(item, matching)),
  };
  const pairs = pairUp({
    old: old.length,
    new: other.length,
    least,
    likeness: (a, b) =>
      isSame(old[a], other[b]) ? 1 : similarity(features.old[a] ?? new Map(), features.new[b] ?? new Map()),
  });
  const gone = positionsWithout(
    old.length,
    pairs.map((pair) => pair.old),
  );
  const fresh = positionsWithout(
    other.length,
    pairs.map((pair) => pair.new),
  );
  const [a, b] = [gone[0], fresh[0]];
  const isLast = gone.length === 1 && fresh.length === 1;
  if (!matching.pairsLast || !isLast || a === undefined || b === undefined) return pairs;
  return [...pairs, { old: a, new: b, likeness: 0 }].sort((x, y) => x.new - y.new);
}

export interface ListWords {
  added(item: JsonObject, position: number): string;
  removed(item: JsonObject, position: number): string;
  /** What a change of an item is told of. */
  subject(before: JsonObject, position: number): string;
  reordered: string;
}

interface Compared {
  old: PlacedList;
  new: PlacedList;
  pairs: readonly Pair[];
  /** `rule` gives rule-added, rule-removed, rule-changed and rules-reordered. */
  what: 'transition' | 'timer' | 'rule';
  stage: StageId | null;
  words: ListWords;
}

export function compareLists(compared: Compared): Difference[] {
  const { old, pairs, what, stage, words } = compared;
  const about = { aspect: 'behaviour', stage, field: null } as const;
  const gone = positionsWithout(
    old.items.length,
    pairs.map((pair) => pair.old),
  );
  const fresh = positionsWithout(
    compared.new.items.length,
    pairs.map((pair) => pair.new),
  );
  return [
    ...gone.map((index): Difference => {
      const item = old.items[index] ?? {};
      const pointer = `${old.pointer}/${index}`;
      const message = words.removed(item, index);
      return {
        ...about,
        kind: `${what}-removed`,
        old: pointer,
        new: null,
        before: item,
        after: null,
        message,
      };
    }),
    ...fresh.map((index): Difference => {
      const item = compared.new.items[index] ?? {};
      const pointer = `${compared.new.pointer}/${index}`;
      const message = words.added(item, index);
      return { ...about, kind: `${what}-added`, old: null, new: pointer, before: null, after: item, message };
    }),
    ...pairs.flatMap((pair) => {
      const before = old.items[pair.old] ?? {};
      return compareFields({
        kind: `${what}-changed`,
        subject: words.subject(before, pair.old),
        stage,
        old: { pointer: `${old.pointer}/${pair.old}`, fields: before },
        new: { pointer: `${compared.new.pointer}/${pair.new}`, fields: compared.new.items[pair.new] ?? {} },
      });
    }),
    ...reordered(compared, `${what}s-reordered`),
  ];
}

/** `after` tells, for those that are in both lists in their new order, where each stood before. */
function reordered({ old, new: other, pairs, stage, words }: Compared, kind: DifferenceKind): Difference[] {
  const after = pairs.map((pair) => pair.old);
  const before = [...after].sort((a, b) => a - b);
  if (isSame(before, after)) return [];
  const places = { old: old.pointer, new: other.pointer };
  return [
    { kind, aspect: 'behaviour', ...places, stage, field: null, before, after, message: words.reordered },
  ];
}
