// Work that is done in slices: whoever does it may see to something else between two of them. What comes out is the same.
export type Slices<Result> = Generator<undefined, Result>;

/** All of it at once. */
export function finish<Result>(slices: Slices<Result>): Result {
  let slice = slices.next();
  while (!slice.done) slice = slices.next();
  return slice.value;
}

/** So many at a time, which takes a few milliseconds. */
const AT_ONCE = 100;

export function* sliced<Item>(items: Iterable<Item>, take: (item: Item) => void): Slices<void> {
  let taken = 0;
  for (const item of items) {
    if (taken > 0 && taken % AT_ONCE === 0) yield;
    taken += 1;
    take(item);
  }
}
