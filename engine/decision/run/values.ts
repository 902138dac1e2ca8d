// What decisions do with values besides FEEL itself: kinds, equality, aggregation. FEEL's own functions
// do the work, so that a table never compares otherwise than an expression beside it.
import { compileFeel, type FeelProgram } from '../../expression/compile-feel.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { isNumber } from '../../expression/value/number.ts';

export const isList = (value: Feel): value is readonly Feel[] => Array.isArray(value);

export function kindOf(value: Feel): string {
  if (value === null) return 'null';
  if (isNumber(value)) return 'number';
  if (isList(value)) return 'list';
  return typeof value === 'object' ? value.kind : typeof value;
}

function program(text: string, names: readonly string[]): FeelProgram {
  const compiled = compileFeel(text, { dialect: 'expression', names });
  if (compiled.kind === 'refused') throw new Error(`${text} is not FEEL: ${compiled.findings[0]?.message}`);
  return compiled.program;
}

const equality = program('left = right', ['left', 'right']);
export const areEqual = (left: Feel, right: Feel): boolean =>
  equality.evaluate((name) => (name === 'left' ? left : right)).value === true;

const aggregations = {
  sum: program('sum(values)', ['values']),
  min: program('min(values)', ['values']),
  max: program('max(values)', ['values']),
  count: program('count(values)', ['values']),
};
export type Aggregation = keyof typeof aggregations;

export const aggregate = (how: Aggregation, values: readonly Feel[]): Feel =>
  aggregations[how].evaluate(() => values).value;

const readers = {
  date: program('date(text)', ['text']),
  time: program('time(text)', ['text']),
  'date and time': program('date and time(text)', ['text']),
  duration: program('duration(text)', ['text']),
};

/** Null when the text is none. */
export const readTemporal = (kind: keyof typeof readers, text: string): Feel =>
  readers[kind].evaluate(() => text).value;
