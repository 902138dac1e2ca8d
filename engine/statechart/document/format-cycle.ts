// A cycle as text: known keys in the schema's order, the author's own keys as authored, two spaces,
// one newline at the end. The same document always gives the same bytes.
import type { Cycle } from '../../model/cycle.ts';
import { isFields, keysOf, kindInside, type PlaceKind } from './places.ts';

export const formatCycle = (cycle: Cycle): string => `${JSON.stringify(inOrder(cycle, 'cycle'), null, 2)}\n`;

function inOrder(value: unknown, kind: PlaceKind): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inOrder(item, kindInside(kind, String(index))));
  if (!isFields(value) || kind === 'open') return value;
  const known = keysOf(kind, value);
  const keys = known ? known.filter((key) => value[key] !== undefined) : Object.keys(value);
  return Object.fromEntries(keys.map((key) => [key, inOrder(value[key], kindInside(kind, key))]));
}
