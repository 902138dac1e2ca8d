// What is drawn as before stays the same object, so that React draws it anew only when it differs.
import { replaceEqualDeep } from '@tanstack/react-query';

/** The list itself stays when nothing in it differs. */
export function keepSame<Drawn extends { id: string }>(
  next: readonly Drawn[],
  before: readonly Drawn[],
): readonly Drawn[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const kept = next.map((each) => replaceEqualDeep(known.get(each.id), each));
  const isSame = kept.length === before.length && kept.every((each, index) => each === before[index]);
  return isSame ? before : kept;
}
