// Between plain data and FEEL values. Only JSON and calendar values go in; only JSON comes out.
import { type FeelDate, type FeelDateTime, isFunction, isRange, parseDate, parseDateTime } from 'feelin';
import type { Json } from '../model/json.ts';
import type { LocalDate } from '../model/time.ts';

/** What a name of the scope holds: JSON, a date, a date and time, or a list or context of them. */
export type FeelValue = Json | FeelDate | FeelDateTime | FeelValue[] | { [key: string]: FeelValue };

export function feelDate(date: LocalDate): FeelDate {
  const value = parseDate(date);
  if (!value) throw new RangeError(`${date} is not a date.`);
  return value;
}

/** The instant as a date and time in the zone. `local` is its wall clock there, without an offset. */
export function feelDateTime(local: string, zone: string): FeelDateTime {
  const value = parseDateTime(`${local}@${zone}`) ?? parseDateTime(local);
  if (!value) throw new RangeError(`${local} is not a date and time.`);
  return value;
}

/** Thrown away at the door of the evaluator: the value has no JSON form. */
const noJson = Symbol('no JSON');
const maxValueDepth = 64;

function convert(value: unknown, depth: number): Json | typeof noJson {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : noJson;
  if (typeof value !== 'object' || depth > maxValueDepth || isFunction(value) || isRange(value))
    return noJson;
  if (Array.isArray(value)) return convertList(value, depth);
  if (Object.getPrototypeOf(value) !== Object.prototype) return calendarText(value);
  return convertContext(value, depth);
}

function convertList(list: unknown[], depth: number): Json | typeof noJson {
  const items: Json[] = [];
  for (const item of list) {
    const converted = convert(item, depth + 1);
    if (converted === noJson) return noJson;
    items.push(converted);
  }
  return items;
}

function convertContext(context: object, depth: number): Json | typeof noJson {
  const entries: [string, Json][] = [];
  for (const [key, item] of Object.entries(context)) {
    const converted = convert(item, depth + 1);
    if (converted === noJson) return noJson;
    if (key !== '__proto__') entries.push([key, converted]);
  }
  return Object.fromEntries(entries);
}

/** Dates, times and durations are their ISO 8601 text. */
function calendarText(value: object): string | typeof noJson {
  const iso: unknown = Reflect.get(value, 'iso');
  return typeof iso === 'string' ? iso : noJson;
}

export type Converted = { kind: 'json'; json: Json } | { kind: 'not-json' };

export function toJson(value: unknown): Converted {
  const json = convert(value, 0);
  return json === noJson ? { kind: 'not-json' } : { kind: 'json', json };
}
