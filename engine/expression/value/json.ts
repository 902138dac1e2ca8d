// Between JSON and FEEL. In: an object is a context, text is text, never a date. Out: what has no JSON
// form (a range, a function, a number that is too large) makes the whole value have none.

import type { Decimal } from 'decimal.js';
import { grouped } from '../../model/grouped.ts';
import type { Json } from '../../model/json.ts';
import { maxResultSize, maxValueDepth } from '../limits.ts';
import { contextOver, entriesOf, type FeelContext } from './context.ts';
import type { Feel } from './feel.ts';
import { isoText } from './iso.ts';
import { isList } from './kinds.ts';
import { doubleOf, isNumber, numberOf } from './number.ts';

export function toFeel(json: Json): Feel {
  switch (typeof json) {
    case 'number':
      return Number.isFinite(json) ? numberOf(json) : null;
    case 'object':
      if (json === null) return null;
      return Array.isArray(json) ? json.map(toFeel) : contextOver(json, toFeel);
    default:
      return json;
  }
}

/** A list that holds the same list twice is small in memory and large as text. */
interface Room {
  left: number;
  /** What JSON cannot hold, once that was found. */
  refused: string | null;
}

/**
 * Undefined when the value has no JSON form. Dates, times and durations are their ISO 8601 text. `steps` is what it
 * may cost at most: what an evaluation has left.
 */
export const fromFeel = (value: Feel, steps = maxResultSize): Json | undefined =>
  convert(value, 0, { left: Math.min(maxResultSize, steps), refused: null });

/** What of the value JSON cannot hold, as the end of a sentence; null when it has a JSON form. */
export function refusedByJson(value: Feel): string | null {
  const room = newRoom();
  convert(value, 0, room);
  return room.refused;
}

const newRoom = (): Room => ({ left: maxResultSize, refused: null });

function refuse(room: Room, what: string): undefined {
  room.refused ??= what;
  return undefined;
}

/** A step for each half of a microsecond that it takes. */
function costOf(value: Feel): number {
  if (value === null || typeof value !== 'object' || isList(value)) return 1;
  if (isNumber(value)) return value.d.length > 2 ? 2 : 1;
  return value.kind === 'context' ? 2 : 3;
}

function convert(value: Feel, depth: number, room: Room): Json | undefined {
  room.left -= costOf(value);
  if (room.left < 0) return refuse(room, `more than ${grouped(maxResultSize)} values`);
  if (depth > maxValueDepth) return refuse(room, `lists or contexts more than ${maxValueDepth} deep`);
  if (value === null || typeof value !== 'object') return value;
  if (isNumber(value)) return fromNumber(value) ?? refuse(room, 'a number that is too large for JSON');
  if (isList(value)) return fromList(value, depth, room);
  if (value.kind === 'range' || value.kind === 'function')
    return refuse(room, `a ${value.kind}, which JSON does not have`);
  return value.kind === 'context' ? fromContext(value, depth, room) : isoText(value);
}

/** The nearest number of JSON. */
function fromNumber(value: Decimal): number | undefined {
  const number = doubleOf(value) + 0;
  return Number.isFinite(number) ? number : undefined;
}

function fromList(list: readonly Feel[], depth: number, room: Room): Json | undefined {
  const items: Json[] = [];
  for (const item of list) {
    const json = convert(item, depth + 1, room);
    if (json === undefined) return undefined;
    items.push(json);
  }
  return items;
}

function fromContext(context: FeelContext, depth: number, room: Room): Json | undefined {
  const entries: [string, Json][] = [];
  for (const [key, item] of entriesOf(context)) {
    const json = convert(item, depth + 1, room);
    if (json === undefined) return undefined;
    if (key !== '__proto__') entries.push([key, json]);
  }
  return Object.fromEntries(entries);
}
