// JSON from outside as values of a type: ISO 8601 text becomes the date, time or duration that the type
// asks for, and a field that is absent is null. What does not fit stays as it is for conform to refuse.
import { makeContext } from '../../expression/value/context.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { toFeel } from '../../expression/value/json.ts';
import type { BuiltInType } from '../../model/decision.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { isTemporalName, readTemporal } from '../run/values.ts';
import type { TypeCheck } from './type-check.ts';

/** Text that is no such value stays text. */
const readText = (text: string, name: BuiltInType): Feel =>
  isTemporalName(name) ? (readTemporal(name, text) ?? text) : text;

const isObject = (json: Json): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

function readFields(json: JsonObject, fields: ReadonlyMap<string, TypeCheck>): Feel {
  const entries = new Map<string, Feel>(Object.entries(json).map(([key, item]) => [key, toFeel(item)]));
  for (const [key, type] of fields) {
    entries.set(key, Object.hasOwn(json, key) ? readJson(json[key] ?? null, type) : null);
  }
  return makeContext(entries);
}

export function readJson(json: Json, type: TypeCheck): Feel {
  const { shape } = type;
  if (shape.kind === 'list') {
    return Array.isArray(json) ? json.map((item) => readJson(item, shape.of)) : readJson(json, shape.of);
  }
  if (Array.isArray(json) && json.length === 1) return [readJson(json[0] ?? null, type)];
  if (shape.kind === 'simple' && typeof json === 'string') return readText(json, shape.name);
  return shape.kind === 'context' && isObject(json) ? readFields(json, shape.fields) : toFeel(json);
}
