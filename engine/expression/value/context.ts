// Contexts of FEEL: names to values, in order. One over a record converts an entry when it is read.
import { normalizeContextKey } from 'lezer-feel';
import type { Feel } from './feel.ts';

/** Read it with entryOf and entriesOf, never by its parts: `read` holds only what was asked for. */
export interface FeelContext {
  readonly kind: 'context';
  readonly keys: readonly string[] | null;
  readonly convert: ((key: string) => Feel | undefined) | null;
  readonly read: Map<string, Feel>;
}

export const makeContext = (entries: Iterable<readonly [string, Feel]>): FeelContext => ({
  kind: 'context',
  keys: null,
  convert: null,
  read: new Map(entries),
});

export const contextOver = <Item>(
  record: { readonly [key: string]: Item },
  convert: (item: Item) => Feel,
): FeelContext => ({
  kind: 'context',
  keys: Object.keys(record),
  convert: (key) => {
    const item = Object.hasOwn(record, key) ? record[key] : undefined;
    return item === undefined ? undefined : convert(item);
  },
  read: new Map(),
});

/** Undefined when it has no such entry. */
export function entryOf({ convert, read }: FeelContext, key: string): Feel | undefined {
  const known = read.get(key);
  if (known !== undefined || convert === null) return known;
  const value = convert(key);
  if (value !== undefined) read.set(key, value);
  return value;
}

export const keysOf = ({ keys, read }: FeelContext): readonly string[] => keys ?? [...read.keys()];

export const entriesOf = (context: FeelContext): [string, Feel][] =>
  keysOf(context).map((key) => [key, entryOf(context, key) ?? null]);

/** Whether a name may be written with other spaces: "pre-tax" as pre - tax (DMN 10.3.1.2). */
export const hasSymbols = (name: string): boolean => /[./\-'+*\s]/.test(name);

export const sameName = (one: string, other: string): boolean =>
  one === other || normalizeContextKey(one) === normalizeContextKey(other);

/** The entry of a name as an expression writes it. */
export function namedEntryOf(context: FeelContext, name: string): Feel | undefined {
  const exact = entryOf(context, name);
  if (exact !== undefined || !hasSymbols(name)) return exact;
  const key = keysOf(context).find((candidate) => sameName(candidate, name));
  return key === undefined ? undefined : entryOf(context, key);
}
