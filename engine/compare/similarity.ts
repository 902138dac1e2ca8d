// How much two things are alike, by what can be said of each, and who goes with whom.

/** What can be said of a thing, each with its weight. */
export type Features = ReadonlyMap<string, number>;

/** 0 nothing in common … 1 alike in everything. */
export function similarity(a: Features, b: Features): number {
  let common = 0;
  let all = 0;
  for (const [feature, weight] of a) {
    all += weight;
    if (b.has(feature)) common += weight;
  }
  for (const [feature, weight] of b) if (!a.has(feature)) all += weight;
  return all === 0 ? 0 : common / all;
}

export interface Pair {
  /** Positions in the two lists. */
  old: number;
  new: number;
  likeness: number;
}

interface Lists {
  old: number;
  new: number;
  /** Null: these two never go together. */
  likeness(old: number, other: number): number | null;
  /** Less alike than this they do not go together. */
  least: number;
}

/**
 * The likest go together first; of equals those that stand nearest to each other, then the earlier ones. Which of
 * the lists is the old one makes no difference.
 */
export function pairUp(lists: Lists): Pair[] {
  const candidates: Pair[] = [];
  for (let a = 0; a < lists.old; a += 1) {
    for (let b = 0; b < lists.new; b += 1) {
      const likeness = lists.likeness(a, b);
      if (likeness !== null && likeness >= lists.least) candidates.push({ old: a, new: b, likeness });
    }
  }
  candidates.sort(
    (x, y) =>
      y.likeness - x.likeness ||
      Math.abs(x.old - x.new) - Math.abs(y.old - y.new) ||
      x.old + x.new - (y.old + y.new),
  );
  const taken = { old: new Set<number>(), new: new Set<number>() };
  const pairs = candidates.filter((pair) => {
    if (taken.old.has(pair.old) || taken.new.has(pair.new)) return false;
    taken.old.add(pair.old);
    taken.new.add(pair.new);
    return true;
  });
  return pairs.sort((x, y) => x.new - y.new);
}
