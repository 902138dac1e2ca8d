// String functions (DMN 10.3.4.3). Positions count characters as people see them: code points.
import type { Decimal } from 'decimal.js';
import { type Run, refuse } from '../compile/run.ts';
import * as types from '../types/feel-type.ts';
import { spend, spendFor } from '../value/budget.ts';
import type { Feel } from '../value/feel.ts';
import { numberOf, smallWhole } from '../value/number.ts';
import { boundedText } from '../value/show.ts';
import { define, form } from './define.ts';
import { list, number, optional, text } from './parameters.ts';

const isPlain = (value: string): boolean => !/[\uD800-\uDFFF]/.test(value);

function substring(run: Run, value: string, start: Decimal, length: Decimal | null): Feel {
  spendFor(run.budget, value.length, 32);
  const characters = isPlain(value) ? value : [...value];
  const from = smallWhole(start.trunc());
  const count = length === null ? characters.length : smallWhole(length.trunc());
  if (from === undefined || from === 0 || Math.abs(from) > characters.length) {
    return refuse(run, 'A substring starts at a character of the text, the first is 1.');
  }
  if (count === undefined || count < 1) {
    return count === 0 ? '' : refuse(run, 'A substring has a length of 1 or more.');
  }
  const first = from < 0 ? characters.length + from : from - 1;
  const part = characters.slice(first, first + count);
  return typeof part === 'string' ? part : part.join('');
}

const lengthOf = (value: string): number => (isPlain(value) ? value.length : [...value].length);

function join(run: Run, items: readonly Feel[], delimiter: string | null): Feel {
  const parts: string[] = [];
  for (const item of items) {
    if (item === null) continue;
    if (typeof item !== 'string') return refuse(run, 'Only texts can be joined.');
    parts.push(item);
  }
  spend(run.budget, parts.length);
  const length = parts.reduce((sum, part) => sum + part.length, (delimiter ?? '').length * parts.length);
  spendFor(run.budget, length, 32);
  return boundedText(parts.join(delimiter ?? ''), run.budget);
}

const before = (value: string, match: string): string => {
  const at = value.indexOf(match);
  return at < 0 ? '' : value.slice(0, at);
};

const after = (value: string, match: string): string => {
  const at = value.indexOf(match);
  return at < 0 ? '' : value.slice(at + match.length);
};

const string = text('string');
const match = text('match');

/** Functions whose cost grows with the text alone. */
const overText = (run: Run, value: string): string => {
  spendFor(run.budget, value.length, 32);
  return value;
};

export const textFunctions = [
  define(
    'substring',
    form([string, number('start position'), optional(number('length'))], types.text, substring),
  ),
  define(
    'string length',
    form([string], types.number, (run, value) => numberOf(lengthOf(overText(run, value)))),
  ),
  define(
    'upper case',
    form([string], types.text, (run, value) => boundedText(value.toUpperCase(), run.budget)),
  ),
  define(
    'lower case',
    form([string], types.text, (run, value) => boundedText(value.toLowerCase(), run.budget)),
  ),
  define(
    'substring before',
    form([string, match], types.text, (run, value, part) => before(overText(run, value), part)),
  ),
  define(
    'substring after',
    form([string, match], types.text, (run, value, part) => after(overText(run, value), part)),
  ),
  define(
    'contains',
    form([string, match], types.boolean, (run, value, part) => overText(run, value).includes(part)),
  ),
  define(
    'starts with',
    form([string, match], types.boolean, (_, value, part) => value.startsWith(part)),
  ),
  define(
    'ends with',
    form([string, match], types.boolean, (_, value, part) => value.endsWith(part)),
  ),
  define('string join', form([list('list', types.text), optional(text('delimiter'))], types.text, join)),
];
