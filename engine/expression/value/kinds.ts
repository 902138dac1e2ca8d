// Which kind of value it is, and what people call it.
import type { FeelContext } from './context.ts';
import type { Feel, FeelObject } from './feel.ts';
import { isNumber } from './number.ts';

export type FeelKind = 'null' | 'boolean' | 'string' | 'number' | 'list' | FeelObject['kind'];

export const isList = (value: Feel | undefined): value is readonly Feel[] => Array.isArray(value);

export function kindOf(value: Feel): FeelKind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (isNumber(value)) return 'number';
  return isList(value) ? 'list' : value.kind;
}

/** Not null, true, false, text, a number or a list. */
export const isObject = (value: Feel): value is FeelObject =>
  typeof value === 'object' && value !== null && !isNumber(value) && !isList(value);

export const isContext = (value: Feel): value is FeelContext => isObject(value) && value.kind === 'context';

const nouns: Record<FeelKind, string> = {
  null: 'null',
  boolean: 'true or false',
  string: 'text',
  number: 'a number',
  list: 'a list',
  context: 'a context',
  date: 'a date',
  time: 'a time',
  'date and time': 'a date and time',
  'days and time duration': 'a duration',
  'years and months duration': 'a duration in months',
  range: 'a range',
  function: 'a function',
};

export const nounOf = (kind: FeelKind): string => nouns[kind];
