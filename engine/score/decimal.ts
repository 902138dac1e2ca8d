// Decimal arithmetic for scores: exact enough never to matter, rounded once per node,
// half away from zero, to 4 decimals.
import { Decimal as AnyDecimal } from 'decimal.js';

export const Decimal = AnyDecimal.clone({ precision: 40, rounding: AnyDecimal.ROUND_HALF_UP });
export type Decimal = AnyDecimal;

export const zero: Decimal = new Decimal(0);
export const hundred: Decimal = new Decimal(100);

export const sumOf = (values: Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), zero);

export const roundScore = (value: Decimal): number =>
  value.toDecimalPlaces(4, AnyDecimal.ROUND_HALF_UP).toNumber();
