// Context functions (DMN 10.3.4.10).
import { noValue, type Run, refuse, warn } from '../compile/run.ts';
import * as types from '../types/feel-type.ts';
import { entriesOf, entryOf, type FeelContext, makeContext, namedEntryOf } from '../value/context.ts';
import type { Feel } from '../value/feel.ts';
import { isContext } from '../value/kinds.ts';
import { define, form } from './define.ts';
import { makeRoom } from './list-tools.ts';
import { anything, context, list, text } from './parameters.ts';

const m = context('m');

function valueAt(run: Run, from: FeelContext, keys: readonly Feel[]): Feel {
  let value: Feel = from;
  for (const key of keys) {
    const entry: Feel | undefined =
      typeof key === 'string' && isContext(value) ? namedEntryOf(value, key) : undefined;
    if (entry === undefined)
      return warn(run, run.at, 'no-entry', `Key '${String(key)}' not found in '{...}'`);
    value = entry;
  }
  return value;
}

function withEntries(run: Run, entries: readonly (readonly [string, Feel])[]): FeelContext {
  makeRoom(run, entries.length);
  return makeContext(entries);
}

function put(run: Run, into: FeelContext, keys: readonly Feel[], value: Feel): Feel {
  const [key, ...deeper] = keys;
  if (typeof key !== 'string') return refuse(run, 'The key of an entry is a text.');
  if (deeper.length === 0) return withEntries(run, [...entriesOf(into), [key, value]]);
  const inner = entryOf(into, key);
  if (inner === undefined || !isContext(inner)) return refuse(run, `There is no context at "${key}".`);
  const changed = put(run, inner, deeper, value);
  return changed === null ? null : withEntries(run, [...entriesOf(into), [key, changed]]);
}

function merge(run: Run, contexts: readonly Feel[]): Feel {
  const entries: [string, Feel][] = [];
  for (const one of contexts) {
    if (!isContext(one)) return refuse(run, 'Only contexts can be merged.');
    entries.push(...entriesOf(one));
  }
  return withEntries(run, entries);
}

function fromEntries(run: Run, list: readonly Feel[]): Feel {
  const entries = new Map<string, Feel>();
  for (const item of list) {
    const key = isContext(item) ? entryOf(item, 'key') : undefined;
    const value = isContext(item) ? entryOf(item, 'value') : undefined;
    if (typeof key !== 'string' || value === undefined)
      return refuse(run, 'Each entry has a key and a value.');
    if (entries.has(key)) return refuse(run, `The key "${key}" is there twice.`);
    entries.set(key, value);
  }
  return withEntries(run, [...entries]);
}

const entry = types.contextOf({ key: types.text, value: types.any });

export const contextFunctions = [
  define(
    'get value',
    form([m, text('key')], types.any, (run, from, key) => valueAt(run, from, [key])),
    form([m, list('keys')], types.any, (run, from, keys) =>
      keys.length === 0 ? noValue(run, 'There are no keys.') : valueAt(run, from, keys),
    ),
  ),
  define(
    'get entries',
    form([m], types.listOf(entry), (run, from) => {
      const entries = entriesOf(from);
      makeRoom(run, entries.length);
      return entries.map(([key, value]) =>
        makeContext([
          ['key', key],
          ['value', value],
        ]),
      );
    }),
  ),
  define('context', form([list('entries')], types.anyContext, fromEntries)),
  define(
    'context put',
    form([context('context'), text('key'), anything('value')], types.anyContext, (run, into, key, value) =>
      put(run, into, [key], value),
    ),
    form([context('context'), list('keys'), anything('value')], types.anyContext, put),
  ),
  define('context merge', form([list('contexts')], types.anyContext, merge)),
];
