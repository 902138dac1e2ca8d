// Contexts of FEEL: names to values, in order. One over JSON converts an entry when it is read.
import type { Json, JsonObject } from '../../model/json.ts';
import type { Feel } from './feel.ts';

/** Read it with entryOf and entriesOf, never by its parts: `read` holds only what was asked for. */
export interface FeelContext {
  readonly kind: 'context';
  readonly source: { json: JsonObject; convert: (json: Json) => Feel } | null;
  readonly read: Map<string, Feel>;
}

export const makeContext = (entries: Iterable<readonly [string, Feel]>): FeelContext => ({
  kind: 'context',
  source: null,
  read: new Map(entries),
});

export const contextOver = (json: JsonObject, convert: (json: Json) => Feel): FeelContext => ({
  kind: 'context',
  source: { json, convert },
  read: new Map(),
});

/** Undefined when it has no such entry. */
export function entryOf({ source, read }: FeelContext, key: string): Feel | undefined {
  const known = read.get(key);
  if (known !== undefined || source === null || !Object.hasOwn(source.json, key)) return known;
  const value = source.convert(source.json[key] ?? null);
  read.set(key, value);
  return value;
}

export const keysOf = ({ source, read }: FeelContext): string[] =>
  source === null ? [...read.keys()] : Object.keys(source.json);

export const entriesOf = (context: FeelContext): [string, Feel][] =>
  keysOf(context).map((key) => [key, entryOf(context, key) ?? null]);
