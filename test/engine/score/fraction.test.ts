// Exact numbers: what is added, multiplied and divided loses nothing before it is rounded once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  fractionOf,
  over,
  plus,
  ratioOf,
  roundScore,
  roundToUnits,
  sumOf,
  times,
  toNumber,
} from '../../../engine/score/fraction.ts';

test('a number is what its text says', () => {
  expect(toNumber(sumOf([0.1, 0.2].map(fractionOf)))).toBe(0.3);
  expect([1e21, -1.5e-7, -0.25, 0, 12.5].map((value) => toNumber(fractionOf(value)))).toEqual([
    1e21, -1.5e-7, -0.25, 0, 12.5,
  ]);
});

test('three thirds are one', () => {
  const third = over(fractionOf(1), fractionOf(3));
  expect(compare(sumOf([third, third, third]), fractionOf(1))).toBe(0);
});

test('rounding is half away from zero, on both sides of it', () => {
  expect([99.99995, 99.99994, -0.00005, -0.00004].map((value) => roundScore(fractionOf(value)))).toEqual([
    100, 99.9999, -0.0001, 0,
  ]);
  expect(roundToUnits(ratioOf(1, 6), 3n)).toBe(1n);
});

test('nothing is divided by zero, and no number is infinite', () => {
  expect(() => over(fractionOf(1), fractionOf(0))).toThrow(RangeError);
  expect(() => fractionOf(Number.NaN)).toThrow(RangeError);
});

describe('every fraction', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });

  test('is the double that it came from', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(toNumber(fractionOf(value)) === value).toBe(true);
      }),
    );
  });

  test('adds and multiplies in any order', () => {
    fc.assert(
      fc.property(number, number, number, (x, y, z) => {
        const [a, b, c] = [fractionOf(x), fractionOf(y), fractionOf(z)];
        expect(compare(plus(plus(a, b), c), plus(a, plus(b, c)))).toBe(0);
        expect(compare(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(0);
      }),
    );
  });
});
