// Functions that make one value of a list (DMN 10.3.4.4): over one list, or over the arguments.
import type { Decimal } from 'decimal.js';
import { noValue, type Run, refuse } from '../compile/run.ts';
import type { FeelType } from '../types/feel-type.ts';
import * as types from '../types/feel-type.ts';
import { spend } from '../value/budget.ts';
import { compare } from '../value/compare.ts';
import type { Feel } from '../value/feel.ts';
import { finite, numberOf } from '../value/number.ts';
import { define, form } from './define.ts';
import { numbersIn } from './list-tools.ts';
import { anything, list, rest } from './parameters.ts';

type Summary = (run: Run, items: readonly Feel[]) => Feel;

const over = (name: string, result: FeelType, summary: Summary, of: FeelType = types.number) =>
  define(
    name,
    form([list('list', of)], result, summary),
    form([rest({ ...anything('list'), type: of })], result, summary),
  );

const ofNumbers = (name: string, result: FeelType, summary: (numbers: readonly Decimal[]) => Feel) =>
  over(name, result, (run, items) => {
    const numbers = numbersIn(run, items);
    return numbers && (summary(numbers) ?? noValue(run, `There is no ${name} of ${items.length} numbers.`));
  });

/** The item that comes first in an order of numbers, texts, dates, times or durations. */
const extreme =
  (sign: 1 | -1): Summary =>
  (run, items) => {
    spend(run.budget, items.length);
    let best: Feel = items[0] ?? null;
    for (const item of items) {
      const order = compare(item, best, run.budget);
      if (order === null) return refuse(run, 'The values of the list have no order.');
      if (order * sign < 0) best = item;
    }
    return best;
  };

const sumOf = (numbers: readonly Decimal[]): Decimal =>
  numbers.reduce((sum, number) => sum.plus(number), numberOf(0));

const meanOf = (numbers: readonly Decimal[]): Decimal => sumOf(numbers).div(numbers.length);

const sorted = (numbers: readonly Decimal[]): Decimal[] => numbers.toSorted((a, b) => a.cmp(b));

function median(numbers: readonly Decimal[]): Feel {
  const ordered = sorted(numbers);
  const middle = ordered.length >> 1;
  const upper = ordered[middle];
  const lower = ordered[middle - 1];
  if (upper === undefined) return null;
  return ordered.length % 2 === 1 || lower === undefined ? upper : lower.plus(upper).div(2);
}

/** Of a sample, so that one number has none. */
function deviation(numbers: readonly Decimal[]): Feel {
  if (numbers.length < 2) return null;
  const mean = meanOf(numbers);
  const squares = numbers.map((number) => number.minus(mean).pow(2));
  return finite(
    sumOf(squares)
      .div(numbers.length - 1)
      .sqrt(),
  );
}

function mode(numbers: readonly Decimal[]): Feel {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(number.toString(), (counts.get(number.toString()) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return sorted([...counts].flatMap(([digits, count]) => (count === most ? [numberOf(digits)] : [])));
}

/** One deciding item decides; otherwise anything but true and false leaves it open. */
const every =
  (deciding: boolean): Summary =>
  (run, items) => {
    spend(run.budget, items.length);
    if (items.includes(deciding)) return deciding;
    return items.every((item) => item === !deciding) ? !deciding : null;
  };

export const statisticalFunctions = [
  over('min', types.any, extreme(1), types.any),
  over('max', types.any, extreme(-1), types.any),
  ofNumbers('sum', types.number, (numbers) => (numbers.length === 0 ? null : finite(sumOf(numbers)))),
  ofNumbers('mean', types.number, (numbers) => (numbers.length === 0 ? null : finite(meanOf(numbers)))),
  ofNumbers('product', types.number, (numbers) =>
    numbers.length === 0 ? null : finite(numbers.reduce((product, number) => product.times(number))),
  ),
  ofNumbers('median', types.number, median),
  ofNumbers('stddev', types.number, deviation),
  ofNumbers('mode', types.listOf(types.number), mode),
  over('all', types.boolean, every(false), types.any),
  over('any', types.boolean, every(true), types.any),
];
