// Numeric functions (DMN 10.3.4.5).
import { Decimal } from 'decimal.js';
import { noValue, type Run, refuse } from '../compile/run.ts';
import * as types from '../types/feel-type.ts';
import { spend } from '../value/budget.ts';
import type { Feel } from '../value/feel.ts';
import { doubleOf, finite, roundTo } from '../value/number.ts';
import { define, form } from './define.ts';
import { kinds, number, optional } from './parameters.ts';

const n = number('n');
const scale = number('scale');

function round(run: Run, value: Decimal, digits: Decimal | null, rounding: Decimal.Rounding): Feel {
  const rounded = roundTo(value, digits ? doubleOf(digits.trunc()) : 0, rounding);
  return rounded ?? refuse(run, 'A number can be rounded to at most 6176 decimals.');
}

const rounding = (name: string, mode: Decimal.Rounding) =>
  define(
    name,
    form([n, scale], types.number, (run, value, digits) => round(run, value, digits, mode)),
  );

/** What takes many steps of long arithmetic. */
const costly = (run: Run, value: Decimal, compute: (value: Decimal) => Decimal): Feel => {
  spend(run.budget, 300);
  return finite(compute(value)) ?? noValue(run, 'The number is too large.');
};

const single = (name: string, body: (run: Run, value: Decimal) => Feel) =>
  define(name, form([number('number')], types.number, body));

const parity = (name: string, remainder: 0 | 1) =>
  define(
    name,
    form([number('number')], types.boolean, (_, value) => value.isInteger() && value.mod(2).eq(remainder)),
  );

export const numberFunctions = [
  rounding('decimal', Decimal.ROUND_HALF_EVEN),
  rounding('round up', Decimal.ROUND_UP),
  rounding('round down', Decimal.ROUND_DOWN),
  rounding('round half up', Decimal.ROUND_HALF_UP),
  rounding('round half down', Decimal.ROUND_HALF_DOWN),
  define(
    'floor',
    form([n, optional(scale)], types.number, (run, value, digits) =>
      round(run, value, digits, Decimal.ROUND_FLOOR),
    ),
  ),
  define(
    'ceiling',
    form([n, optional(scale)], types.number, (run, value, digits) =>
      round(run, value, digits, Decimal.ROUND_CEIL),
    ),
  ),
  define(
    'abs',
    form([n], types.number, (_, value) => value.abs()),
    form([kinds('n', 'days and time duration')], types.daysDuration, (_, value) => ({
      ...value,
      seconds: value.seconds.abs(),
    })),
    form([kinds('n', 'years and months duration')], types.monthsDuration, (_, value) => ({
      ...value,
      months: Math.abs(value.months),
    })),
  ),
  define(
    'modulo',
    form([number('dividend'), number('divisor')], types.number, (run, dividend, divisor) => {
      spend(run.budget, 10);
      return divisor.isZero() ? refuse(run, 'Nothing can be divided by 0.') : finite(dividend.mod(divisor));
    }),
  ),
  single('sqrt', (run, value) =>
    value.isNegative() && !value.isZero()
      ? refuse(run, 'A negative number has no square root.')
      : costly(run, value, (given) => given.sqrt()),
  ),
  single('log', (run, value) =>
    value.lte(0)
      ? refuse(run, 'Only a positive number has a logarithm.')
      : costly(run, value, (given) => given.ln()),
  ),
  single('exp', (run, value) => costly(run, value, (given) => given.exp())),
  parity('odd', 1),
  parity('even', 0),
];
