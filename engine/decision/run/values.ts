// What decisions do with values besides FEEL itself. FEEL's own functions do the work, so that a table
// never compares or adds otherwise than an expression beside it.
import { compileFeel, type FeelProgram } from '../../expression/compile-feel.ts';
import {
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../../expression/temporal/parse-calendar.ts';
import { makeBudget } from '../../expression/value/budget.ts';
import { equals } from '../../expression/value/compare.ts';
import type { Feel } from '../../expression/value/feel.ts';

export const areEqual = (left: Feel, right: Feel): boolean => equals(left, right, makeBudget()) === true;

function program(text: string): FeelProgram {
  const compiled = compileFeel(text, { dialect: 'expression', names: ['values'] });
  if (compiled.kind === 'refused') throw new Error(`${text} is not FEEL: ${compiled.findings[0]?.message}`);
  return compiled.program;
}

const aggregations = {
  sum: program('sum(values)'),
  min: program('min(values)'),
  max: program('max(values)'),
  count: program('count(values)'),
};
export type Aggregation = keyof typeof aggregations;

export const aggregate = (how: Aggregation, values: readonly Feel[]): Feel =>
  aggregations[how].evaluate(() => values).value;

const readers = {
  date: parseDate,
  time: parseTime,
  'date and time': (text: string): Feel => parseDateTime(text) ?? parseDate(text),
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
};
export type TemporalName = keyof typeof readers;

export const isTemporalName = (name: string): name is TemporalName => Object.hasOwn(readers, name);

/** Null when the text is none. */
export const readTemporal = (name: TemporalName, text: string): Feel => readers[name](text);
