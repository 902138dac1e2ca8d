// The transitions of one holder, list by list: a list is what waits for the same.
import type { StageId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import { isSame } from './aspect.ts';
import { compareLists, matchItems } from './compare-lists.ts';
import type { Difference } from './difference.ts';
import type { TransitionList } from './outline.ts';
import type { Pair } from './similarity.ts';
import { transitionWords } from './words.ts';

export interface Holder {
  /** Null for the whole cycle. */
  stage: StageId | null;
  name: string | null;
}

const weights: Record<string, number> = { id: 2, to: 3, delay: 3, guard: 2 };

/** Who is who in two lists. Timers have names, so one that is alike in nothing is another one. */
export const matchTransitions = (
  old: readonly JsonObject[],
  other: readonly JsonObject[],
  named: boolean,
): Pair[] => matchItems(old, other, { weights, ignored: ['description'], pairsLast: !named });

const targetWords = ({ to }: JsonObject): string => (typeof to === 'string' ? ` to “${to}”` : '');

function compareList(
  old: TransitionList,
  other: TransitionList,
  { stage, name: holder }: Holder,
): Difference[] {
  const { name } = other;
  const named = name === 'after';
  const what = named ? 'timer' : 'transition';
  const subject = ({ delay }: JsonObject) => transitionWords(holder, name, delay);
  return compareLists({
    old,
    new: other,
    pairs: matchTransitions(old.items, other.items, named),
    what,
    stage,
    words: {
      added: (item) => `${subject(item)}: a ${what}${targetWords(item)} was added.`,
      removed: (item) => `${subject(item)}: the ${what}${targetWords(item)} was removed.`,
      subject,
      reordered: `${transitionWords(holder, name, undefined)}: the ${what}s are in another order.`,
    },
  }).map((difference) =>
    difference.kind === 'timer-changed' && difference.field === 'id'
      ? { ...difference, kind: 'timer-renamed' }
      : difference,
  );
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
    const [a, b] = [old.lists.get(name) ?? none(old.at), other.lists.get(name) ?? none(other.at)];
    return isSame(a.items, b.items) ? [] : compareList(a, b, holder);
  });
}
