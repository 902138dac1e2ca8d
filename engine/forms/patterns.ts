// The patterns of a form's JSON Schema, kept apart from it: they run in linear time whatever is typed, which a
// regular expression of the language does not.
import { RE2JS } from 're2js';
import type { Json, JsonObject } from '../model/json.ts';

export interface FormIssue {
  path: (string | number)[];
  message: string;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a pattern may stand: in the schema itself, its properties, its items and all of what it must fit. */
const inMap = (schema: JsonObject, change: (inner: JsonObject) => JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => [key, isObject(inner) ? change(inner) : inner]),
  );

export function withoutPatterns({ pattern: _, ...schema }: JsonObject): JsonObject {
  const { properties, items, allOf } = schema;
  return {
    ...schema,
    ...(isObject(properties) ? { properties: inMap(properties, withoutPatterns) } : {}),
    ...(isObject(items) ? { items: withoutPatterns(items) } : {}),
    ...(Array.isArray(allOf)
      ? { allOf: allOf.map((inner) => (isObject(inner) ? withoutPatterns(inner) : inner)) }
      : {}),
  };
}

/** A pattern left over stands where it cannot be kept apart. */
export function hasPattern(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasPattern);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) =>
      (key === 'pattern' && typeof inner === 'string') || key === 'patternProperties' || hasPattern(inner),
  );
}

/** @throws when the pattern is none that runs in linear time, such as one that looks ahead. */
const compile = (pattern: string): RE2JS => RE2JS.compile(pattern);

/** Every pattern of the schema, so that a bad one is found before anybody fills the form in. */
export function patternsOf(schema: JsonObject): string[] {
  const { pattern, properties, items, allOf } = schema;
  const inner = [
    ...(isObject(properties) ? Object.values(properties) : []),
    ...(Array.isArray(allOf) ? allOf : []),
    items,
  ];
  return [
    ...(typeof pattern === 'string' ? [pattern] : []),
    ...inner.flatMap((one) => (isObject(one) ? patternsOf(one) : [])),
  ];
}

export function patternFault(pattern: string): string | null {
  try {
    compile(pattern);
    return null;
  } catch {
    return `The pattern ${JSON.stringify(pattern)} cannot be used: looking ahead or back and repeating a group by its number are not supported.`;
  }
}

interface Placed {
  schema: JsonObject;
  value: Json | undefined;
  path: FormIssue['path'];
}

/** What the schema says about the value's parts, and once more about the value itself. */
function partsOf({ schema, value, path }: Placed): Placed[] {
  const { properties, items, allOf } = schema;
  const same = (Array.isArray(allOf) ? allOf : []).map((inner) => ({ schema: inner, value, path }));
  const fields =
    isObject(properties) && isObject(value)
      ? Object.entries(properties).map(([key, inner]) => ({
          schema: inner,
          value: Object.hasOwn(value, key) ? value[key] : undefined,
          path: [...path, key],
        }))
      : [];
  const entries = Array.isArray(value)
    ? value.map((entry, index) => ({ schema: items, value: entry, path: [...path, index] }))
    : [];
  return [...same, ...fields, ...entries].flatMap((part) =>
    isObject(part.schema) ? [{ ...part, schema: part.schema }] : [],
  );
}

/** Texts of the value that do not match the pattern given for them. */
export function patternIssues(placed: Placed): FormIssue[] {
  const { schema, value, path } = placed;
  const { pattern } = schema;
  const missed =
    typeof pattern === 'string' && typeof value === 'string' && !compile(pattern).matcher(value).find();
  return [
    ...(missed ? [{ path, message: `This does not match the pattern ${pattern}.` }] : []),
    ...partsOf(placed).flatMap(patternIssues),
  ];
}
