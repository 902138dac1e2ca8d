// The transitions of one holder, list by list: which are gone, new, changed, or tried in another order. A list is
// what waits for the same; the transitions in it have no names, so the likest go together.
import type { StageId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import { isSame } from './aspect.ts';
import { compareFields } from './compare-fields.ts';
import type { Difference } from './difference.ts';
import type { TransitionList } from './outline.ts';
import { type Features, type Pair, pairUp, similarity } from './similarity.ts';
import { transitionWords } from './words.ts';

export interface Holder {
  /** Null for the whole cycle. */
  stage: StageId | null;
  name: string | null;
}

const weights: Record<string, number> = { id: 2, to: 3, delay: 3, guard: 2 };

const featuresOf = (transition: JsonObject): Features =>
  new Map(
    Object.entries(transition)
      .filter(([key]) => key !== 'description')
      .map(([key, value]) => [`${key} ${JSON.stringify(value)}`, weights[key] ?? 1]),
  );

/** A third of what can be said of the two is the same. */
const least = 0.3;

/** Who is who in two lists. Timers have names, so one that is alike in nothing is another one. */
export function matchTransitions(
  old: readonly JsonObject[],
  other: readonly JsonObject[],
  named: boolean,
): Pair[] {
  const features = { old: old.map(featuresOf), new: other.map(featuresOf) };
  const pairs = pairUp({
    old: old.length,
    new: other.length,
    least,
    likeness: (a, b) =>
      isSame(old[a], other[b]) ? 1 : similarity(features.old[a] ?? new Map(), features.new[b] ?? new Map()),
  });
  if (named) return pairs;
  const left = positionsWithout(
    old.length,
    pairs.map((pair) => pair.old),
  );
  const added = positionsWithout(
    other.length,
    pairs.map((pair) => pair.new),
  );
  const [a, b] = [left[0], added[0]];
  if (left.length !== 1 || added.length !== 1 || a === undefined || b === undefined) return pairs;
  return [...pairs, { old: a, new: b, likeness: 0 }].sort((x, y) => x.new - y.new);
}

const positionsWithout = (length: number, taken: readonly number[]): number[] =>
  Array.from({ length }, (_, index) => index).filter((index) => !taken.includes(index));

interface Lists {
  name: string;
  old: TransitionList;
  new: TransitionList;
}

function compareList(lists: Lists, holder: Holder): Difference[] {
  const named = lists.name === 'after';
  const what = named ? 'timer' : 'transition';
  const { stage } = holder;
  const pairs = matchTransitions(lists.old.items, lists.new.items, named);
  const subject = (item: JsonObject | undefined) => transitionWords(holder.name, lists.name, item?.delay);
  const gone = positionsWithout(
    lists.old.items.length,
    pairs.map((pair) => pair.old),
  );
  const fresh = positionsWithout(
    lists.new.items.length,
    pairs.map((pair) => pair.new),
  );
  const about = { aspect: 'behaviour', stage, field: null } as const;
  return [
    ...gone.map((index): Difference => {
      const item = lists.old.items[index] ?? {};
      const message = `${subject(item)}: the ${what}${targetWords(item)} was removed.`;
      const old = `${lists.old.pointer}/${index}`;
      return { ...about, kind: `${what}-removed`, old, new: null, before: item, after: null, message };
    }),
    ...fresh.map((index): Difference => {
      const item = lists.new.items[index] ?? {};
      const message = `${subject(item)}: a ${what}${targetWords(item)} was added.`;
      const pointer = `${lists.new.pointer}/${index}`;
      return { ...about, kind: `${what}-added`, old: null, new: pointer, before: null, after: item, message };
    }),
    ...pairs.flatMap((pair) => {
      const before = lists.old.items[pair.old] ?? {};
      const after = lists.new.items[pair.new] ?? {};
      return compareFields({
        kind: `${what}-changed`,
        subject: subject(before),
        stage,
        old: { pointer: `${lists.old.pointer}/${pair.old}`, fields: before },
        new: { pointer: `${lists.new.pointer}/${pair.new}`, fields: after },
      }).map(
        (difference): Difference =>
          named && difference.field === 'id' ? { ...difference, kind: 'timer-renamed' } : difference,
      );
    }),
    ...reordered(lists, pairs, { ...holder, what }),
  ];
}

const targetWords = (transition: JsonObject): string =>
  typeof transition.to === 'string' ? ` to “${transition.to}”` : '';

/** `after` tells, for those that are in both lists in their new order, where each stood before. */
function reordered(
  { name, old, new: other }: Lists,
  pairs: readonly Pair[],
  { stage, name: holder, what }: Holder & { what: 'timer' | 'transition' },
): Difference[] {
  const after = pairs.map((pair) => pair.old);
  const before = [...after].sort((a, b) => a - b);
  if (isSame(before, after)) return [];
  const message = `${transitionWords(holder, name, undefined)}: the ${what}s are in another order.`;
  const pointers = { old: old.pointer, new: other.pointer };
  return [
    {
      kind: `${what}s-reordered`,
      aspect: 'behaviour',
      ...pointers,
      stage,
      field: null,
      before,
      after,
      message,
    },
  ];
}

type ListsOf = ReadonlyMap<string, TransitionList>;

/** `at` is where the holder stands in each document, for lists that only one of the two has. */
export function compareTransitions(
  holder: Holder,
  old: { lists: ListsOf; at: string },
  other: { lists: ListsOf; at: string },
): Difference[] {
  const names = [...new Set([...other.lists.keys(), ...old.lists.keys()])];
  return names.flatMap((name) => {
    const none = (at: string): TransitionList => ({ name, pointer: `${at}/${name}`, items: [] });
    const lists = {
      name,
      old: old.lists.get(name) ?? none(old.at),
      new: other.lists.get(name) ?? none(other.at),
    };
    return isSame(lists.old.items, lists.new.items) ? [] : compareList(lists, holder);
  });
}
