/** The storage of a browser, in memory; `full`: it takes nothing more. */
export function makeFakeStorage({ full = false } = {}): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => {
      if (full) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
  };
}
