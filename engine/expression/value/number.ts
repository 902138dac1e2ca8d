// Numbers of FEEL: decimal128 (DMN 10.3.2.3.1), 34 significant digits, half to even.
import { Decimal } from 'decimal.js';

export const FeelNumber = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6143,
  toExpNeg: -6144,
  toExpPos: 6145,
  modulo: Decimal.ROUND_FLOOR,
});

export const isNumber = (value: unknown): value is Decimal => value instanceof FeelNumber;
