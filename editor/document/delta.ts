// What makes one JSON value of another, as small as what differs: how the steps of undo are kept in little room.
// Exact to the order of keys, which means something in a cycle. Pure.
import type { Json, JsonObject } from '../../engine/index.ts';

export type Delta =
  /** The same. */
  | 0
  /** Another value. */
  | [value: Json]
  /** An object with these keys in this order. */
  | { keys: [key: string, inside: Delta][] }
  /** A list as long as before. */
  | { items: Delta[] };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keysThatDiffer(from: JsonObject, to: JsonObject): Delta {
  const kept = Object.entries(to).filter(([, value]) => value !== undefined);
  const keys = kept.map(([key, value]): [string, Delta] => [
    key,
    Object.hasOwn(from, key) ? deltaOf(from[key] as Json, value) : [value],
  ]);
  const before = Object.keys(from);
  const isSame =
    before.length === keys.length &&
    keys.every(([key, inside], index) => inside === 0 && before[index] === key);
  return isSame ? 0 : { keys };
}

function itemsThatDiffer(from: readonly Json[], to: readonly Json[]): Delta {
  if (from.length !== to.length) return [[...to]];
  const items = to.map((value, index) => deltaOf(from[index] as Json, value));
  return items.every((item) => item === 0) ? 0 : { items };
}

export function deltaOf(from: Json, to: Json): Delta {
  if (from === to) return 0;
  if (Array.isArray(from) && Array.isArray(to)) return itemsThatDiffer(from, to);
  if (isObject(from) && isObject(to)) return keysThatDiffer(from, to);
  return [to];
}

/** What is the same is shared with `from`. */
export function applyDelta(from: Json, delta: Delta): Json {
  if (delta === 0) return from;
  if (Array.isArray(delta)) return delta[0];
  if ('items' in delta) {
    const items = Array.isArray(from) ? from : [];
    return delta.items.map((inside, index) => applyDelta(items[index] ?? null, inside));
  }
  const fields = isObject(from) ? from : {};
  return Object.fromEntries(
    delta.keys.map(([key, inside]) => [key, applyDelta(fields[key] ?? null, inside)]),
  );
}
