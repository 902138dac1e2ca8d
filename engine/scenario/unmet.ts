// An expectation that is not met, and how values are compared and shown.
import type { Json } from '../model/json.ts';

/** `place` is inside the expectations: stage, or tasks/appraise/due. */
export interface Unmet {
  place: string;
  message: string;
}

export const show = (json: Json | undefined): string =>
  json === undefined ? 'nothing' : typeof json === 'string' ? json : JSON.stringify(json);

/** Objects are equal when what is wanted of them is; lists and plain values when all of it is. */
export function isLike(wanted: Json, found: Json | undefined): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((item, index) => isLike(item, found[index]))
    );
  if (typeof wanted !== 'object' || wanted === null) return wanted === found;
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return false;
  return Object.entries(wanted).every(([key, value]) => isLike(value, found[key]));
}
