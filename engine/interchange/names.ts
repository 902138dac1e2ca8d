// Names from another notation as names that a cycle may have, each different from the others.

/** Short, lower case, digits and hyphens; what is left of a name that has nothing of it is `fallback`. */
export function toSlug(name: string, fallback: string): string {
  const plain = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56)
    .replace(/-+$/, '');
  // Keys that are whole numbers would not keep their place in the document.
  if (/^\d+$/.test(plain)) return `${fallback}-${plain}`;
  return plain || fallback;
}

/** Gives the same name for the same original, and another one for each other: taken names end in a number. */
export function makeNaming(make: (original: string) => string, joint = '-') {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const unused = (wanted: string): string => {
    let name = wanted;
    for (let number = next.get(wanted) ?? 2; taken.has(name); number++) {
      name = `${wanted}${joint}${number}`;
      next.set(wanted, number + 1);
    }
    return name;
  };
  return {
    given: given as ReadonlyMap<string, string>,
    name(original: string): string {
      const name = given.get(original) ?? unused(make(original));
      given.set(original, name);
      taken.add(name);
      return name;
    },
  };
}
export type Naming = ReturnType<typeof makeNaming>;
