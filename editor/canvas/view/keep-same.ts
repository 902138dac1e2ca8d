// What is made of the same as before stays the same object, so that nothing is drawn anew for it.
import { replaceEqualDeep } from '@tanstack/react-query';

export interface Part<Made> {
  id: string;
  /** All that it is made of, compared one by one: what a command leaves as it is need not be looked into. */
  of: readonly unknown[];
  make: () => Made;
}

export type Keep<Made> = (parts: readonly Part<Made>[]) => readonly Made[];

export const keepNothing = <Made>(parts: readonly Part<Made>[]): Made[] => parts.map(({ make }) => make());

export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** Remembers the last list. The list itself stays when nothing in it differs. */
export function makeKeep<Made>(): Keep<Made> {
  let known = new Map<string, { of: readonly unknown[]; made: Made }>();
  let list: readonly Made[] = [];
  return (parts) => {
    const before = known;
    known = new Map();
    const next = parts.map(({ id, of, make }) => {
      const last = before.get(id);
      const made = last && isSameList(last.of, of) ? last.made : replaceEqualDeep(last?.made, make());
      known.set(id, { of, made });
      return made;
    });
    if (!isSameList(list, next)) list = next;
    return list;
  };
}
