// Two changes of one list merged: each side is laid along what the list was, so that items that were changed, removed
// and added are told apart although they have no names. Pure.
import type { Json } from '../../../engine/index.ts';

export const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

interface Along {
  /** What became of each item; undefined when it is gone. */
  kept: (Json | undefined)[];
  /** What was added before each item, and last of all after the last. */
  added: Json[][];
}

/** How long a common part can be from each pair of positions on, row by row. */
function commonLengths(base: readonly string[], side: readonly string[]): (i: number, j: number) => number {
  const width = side.length + 1;
  const lengths = new Uint32Array((base.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = base.length - 1; i >= 0; i -= 1)
    for (let j = side.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        base[i] === side[j] ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** The pairs of a longest common part, as positions. */
function commonPairs(base: readonly string[], side: readonly string[]): [number, number][] {
  const lengthAt = commonLengths(base, side);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < base.length && j < side.length) {
    if (base[i] === side[j]) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Between two items that stayed, what is there now is what was there changed, in turn; the rest came or went. */
function layAlong(base: readonly Json[], side: readonly Json[]): Along {
  const text = (item: Json) => JSON.stringify(item);
  const pairs = commonPairs(base.map(text), side.map(text));
  const kept: (Json | undefined)[] = [];
  const added: Json[][] = Array.from({ length: base.length + 1 }, () => []);
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...pairs, [base.length, side.length] as const]) {
    while (i < nextI && j < nextJ) {
      kept[i] = side[j];
      i += 1;
      j += 1;
    }
    while (i < nextI) kept[i++] = undefined;
    added[nextI]?.push(...side.slice(j, nextJ));
    if (nextI < base.length) kept[nextI] = side[nextJ];
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return { kept, added };
}

/** Both are there, each once, in an order that does not depend on who is who. */
function both(mine: readonly Json[], theirs: readonly Json[]): Json[] {
  const rest = theirs.filter((item) => !mine.some((other) => isSame(item, other)));
  if (rest.length === 0) return [...mine];
  const fresh = mine.filter((item) => !theirs.some((other) => isSame(item, other)));
  if (fresh.length === 0) return [...theirs];
  const [first, second] = JSON.stringify(mine) < JSON.stringify(theirs) ? [mine, rest] : [theirs, fresh];
  return [...first, ...second];
}

export interface Three {
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
}

/** `mergeItem` gives undefined for an item that is gone. */
export function mergeLists(
  base: readonly Json[],
  mine: readonly Json[],
  theirs: readonly Json[],
  mergeItem: (item: Three, index: number) => Json | undefined,
): Json[] {
  const ours = layAlong(base, mine);
  const others = layAlong(base, theirs);
  return Array.from({ length: base.length + 1 }, (_, index) => {
    const added = both(ours.added[index] ?? [], others.added[index] ?? []);
    if (index === base.length) return added;
    const item = { base: base[index], mine: ours.kept[index], theirs: others.kept[index] };
    const merged = mergeItem(item, index);
    return merged === undefined ? added : [...added, merged];
  }).flat();
}

/** Every name of the three, in an order that both changes of it show in. */
export function mergeNames(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  // A name that a side put elsewhere stands where it was put.
  const isPut = (name: Json | undefined, kept: Json | undefined, side: readonly string[]): boolean =>
    kept !== name && typeof name === 'string' && side.includes(name);
  const merged = mergeLists(base, mine, theirs, (item) =>
    isPut(item.base, item.mine, mine) || isPut(item.base, item.theirs, theirs) ? undefined : item.base,
  );
  const isNew = (name: string): boolean => !merged.includes(name);
  const names = [...merged, ...both(mine.filter(isNew), theirs.filter(isNew))];
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))];
}
