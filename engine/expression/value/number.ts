// Numbers of FEEL: decimal128 (DMN 10.3.2.3.1), 34 significant digits, half to even.
import { Decimal } from 'decimal.js';
import type { Feel } from './feel.ts';

/** Its operations keep 34 digits; what `new Decimal()` of the library makes keeps 20 and is not for FEEL. */
export const FeelNumber = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6143,
  toExpNeg: -6144,
  toExpPos: 6145,
  modulo: Decimal.ROUND_FLOOR,
});

export const isNumber = (value: Feel | undefined): value is Decimal => value instanceof FeelNumber;

export const numberOf = (value: number | string): Decimal => new FeelNumber(value);

/** Null for what is larger than decimal128 holds. */
export const finite = (value: Decimal): Decimal | null => (value.isFinite() ? value : null);

/** The nearest number of JavaScript. One of six thousand digits would be written out to be read again. */
export function doubleOf(value: Decimal): number {
  if (value.e > 308) return value.isNegative() ? -Infinity : Infinity;
  return value.e < -330 ? 0 : value.toNumber();
}

/** A whole number that a list can be counted with; undefined otherwise. */
export function smallWhole(value: Decimal): number | undefined {
  const number = doubleOf(value);
  return Number.isSafeInteger(number) && value.eq(number) ? number : undefined;
}

export function roundTo(value: Decimal, scale: number, rounding: Decimal.Rounding): Decimal | null {
  if (scale < -6111 || scale > 6176) return null;
  if (scale >= 0) return finite(value.toDecimalPlaces(scale, rounding));
  const unit = new FeelNumber(10).pow(-scale);
  return finite(value.div(unit).toDecimalPlaces(0, rounding).times(unit));
}
