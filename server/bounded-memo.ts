// Keeps what was made for the keys used lately, and forgets the others: at most twice `size` of them. Two
// generations instead of an order of use, so that a key that is used often costs one look.

export function boundedMemo<Value>(make: (key: string) => Value, size: number): (key: string) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? make(key);
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
