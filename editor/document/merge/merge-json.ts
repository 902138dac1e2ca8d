// Two changes of one JSON value merged: what only one side changed is as that side has it, and what both changed
// differently is asked for. Pure.
import type { Json, JsonObject } from '../../../engine/index.ts';
import { isSame, mergeLists, mergeNames, type Three } from './merge-list.ts';

export interface Asking {
  /** Both changed it, differently. */
  choose(path: readonly string[], three: Three): Json | undefined;
  /** Is it one thing, though it has parts? */
  isWhole(path: readonly string[]): boolean;
  /** Is there something in it that stays although one side took it away? */
  holds(value: Json | undefined, path: readonly string[]): boolean;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says which other keys there can be: values of another sort have nothing to be merged. */
const sorts = ['do', 'kind', 'type', 'op', 'schema'] as const;
const isOfOneSort = (objects: readonly JsonObject[]): boolean =>
  sorts.every((key) => objects.every((object) => isSame(object[key], objects[0]?.[key])));

const emptyOf = (value: Json | undefined): Json | undefined => {
  if (Array.isArray(value)) return [];
  return isObject(value) ? {} : undefined;
};

export function mergeObjects(
  three: { base: JsonObject; mine: JsonObject; theirs: JsonObject },
  path: readonly string[],
  asking: Asking,
): JsonObject {
  const { base, mine, theirs } = three;
  const keys = mergeNames(Object.keys(base), Object.keys(mine), Object.keys(theirs));
  const own = (object: JsonObject, key: string) => (Object.hasOwn(object, key) ? object[key] : undefined);
  const entries = keys.map((key): [string, Json | undefined] => {
    const inside = { base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) };
    return [key, mergeJson(inside, [...path, key], asking)];
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** What needs no asking: both did the same, or only one did something. Null when it needs more. */
function settled(three: Three, path: readonly string[], asking: Asking): { value: Json | undefined } | null {
  const { base, mine, theirs } = three;
  if (isSame(mine, theirs)) return { value: mine };
  if (asking.holds(base, path)) return mine === undefined || theirs === undefined ? { value: base } : null;
  if (isSame(base, mine)) return { value: theirs };
  return isSame(base, theirs) ? { value: mine } : null;
}

/** Undefined where nothing is left. */
export function mergeJson(three: Three, path: readonly string[], asking: Asking): Json | undefined {
  const clear = settled(three, path, asking);
  if (clear) return clear.value;
  if (asking.isWhole(path)) return asking.choose(path, three);
  const { mine, theirs } = three;
  const base = three.base ?? emptyOf(mine);
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs))
    return mergeLists(base, mine, theirs, (item, index) => mergeJson(item, [...path, String(index)], asking));
  if (!isObject(base) || !isObject(mine) || !isObject(theirs)) return asking.choose(path, three);
  const sorted = three.base === undefined ? [mine, theirs] : [base, mine, theirs];
  if (!isOfOneSort(sorted)) return asking.choose(path, three);
  return mergeObjects({ base, mine, theirs }, path, asking);
}
