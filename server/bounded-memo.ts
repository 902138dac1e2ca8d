// Keeps what was used lately, and forgets the rest: at most twice `size` of it. Two generations instead of an order of
// use, so that a key that is used often costs one look.

export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export function boundedMap<Value>(size: number): BoundedMap<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const set = (key: string, value: Value): void => {
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  return {
    get: (key) => {
      const known = young.get(key);
      if (known !== undefined) return known;
      const before = old.get(key);
      if (before !== undefined) set(key, before);
      return before;
    },
    set,
  };
}

/** What was made for the keys used lately. */
export function boundedMemo<Value>(make: (key: string) => Value, size: number): (key: string) => Value {
  const known = boundedMap<Value>(size);
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
