// A seeded source of choices, so that a failure can be seen again.

export interface Choices {
  /** From 0 up to the bound, which is left out. */
  below(bound: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** mulberry32. */
export function makeChoices(seed: number): Choices {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, pick: (items) => items[below(items.length)]! };
}
