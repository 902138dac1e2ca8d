// Keys for the fields of named things: what is called something else in its place keeps its key, so that the field in which
// its name is typed keeps the focus.

export interface Keyed {
  ids: readonly string[];
  keys: readonly string[];
}

/** Null when it is not one name alone that differs. */
function renamedAt(before: readonly string[], ids: readonly string[]): number | null {
  if (before.length !== ids.length) return null;
  const differing = ids.flatMap((id, index) => (id === before[index] ? [] : [index]));
  return differing.length === 1 ? (differing[0] ?? null) : null;
}

/** A key that is taken by something that was once called so. */
const freeKey = (id: string, taken: ReadonlySet<string>): string =>
  taken.has(id) ? freeKey(`${id}+`, taken) : id;

export function keepKeys(before: Keyed, ids: readonly string[]): Keyed {
  if (renamedAt(before.ids, ids) !== null) return { ids, keys: before.keys };
  const known = new Map(before.ids.map((id, index) => [id, before.keys[index] ?? id]));
  const taken = new Set(ids.flatMap((id) => known.get(id) ?? []));
  const keys = ids.map((id) => {
    const key = known.get(id) ?? freeKey(id, taken);
    taken.add(key);
    return key;
  });
  return { ids, keys };
}
