// Exact numbers for scores. Nothing is rounded on the way, so a half is a half and the order of adding does not
// matter; a node rounds once, half away from zero, to 4 decimals.

export interface Fraction {
  readonly n: bigint;
  /** Above 0. */
  readonly d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };
export const one: Fraction = { n: 1n, d: 1n };
export const hundred: Fraction = { n: 100n, d: 1n };

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function reduce(n: bigint, d: bigint): Fraction {
  let [a, b] = [absolute(n), d];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { n: n / a, d: d / a } : { n, d };
}

/** The number that the text of a double says: 0.1 is one tenth. */
export function fractionOf(value: number): Fraction {
  if (Number.isInteger(value)) return { n: BigInt(value), d: 1n };
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite number.`);
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const shift = decimals.length - Number(exponent);
  const n = BigInt(whole + decimals);
  return shift >= 0 ? { n, d: 10n ** BigInt(shift) } : { n: n * 10n ** BigInt(-shift), d: 1n };
}

/** `d` must not be 0. */
export function ratioOf(n: number | bigint, d: number | bigint): Fraction {
  return over({ n: BigInt(n), d: 1n }, { n: BigInt(d), d: 1n });
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  // Nearly all are decimals, and of two powers of ten one divides the other.
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return reduce(a.n * b.d + b.n * a.d, a.d * b.d);
}

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });

export const times = (a: Fraction, b: Fraction): Fraction => reduce(a.n * b.n, a.d * b.d);

/** @throws RangeError when `b` is 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.n === 0n) throw new RangeError('A fraction has no denominator of 0.');
  const n = a.n * b.d;
  const d = a.d * b.n;
  return d < 0n ? reduce(-n, -d) : reduce(n, d);
}

export const sumOf = (values: readonly Fraction[]): Fraction => values.reduce(plus, zero);

/** Below 0 when `a` is less, above 0 when it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isZero = (value: Fraction): boolean => value.n === 0n;
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Rounded towards minus infinity. */
export function floorOf({ n, d }: Fraction): bigint {
  const cut = n / d;
  return n < 0n && cut * d !== n ? cut - 1n : cut;
}

/** Half away from zero. */
export function roundToUnits({ n, d }: Fraction, unitsPerOne: bigint): bigint {
  const rounded = (2n * absolute(n) * unitsPerOne + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/** What a node keeps: a score, a coverage or a share with 4 decimals. */
export const roundScore = (value: Fraction): number => Number(roundToUnits(value, 10_000n)) / 10_000;

const exactDoubles = 2n ** 53n;

/** The nearest double, for what is shown or stored unrounded. */
export function toNumber({ n, d }: Fraction): number {
  if (absolute(n) <= exactDoubles && d <= exactDoubles) return Number(n) / Number(d);
  const digits = BigInt(Math.max(0, d.toString().length - n.toString().length) + 25);
  return Number(`${(n * 10n ** digits) / d}e-${digits}`);
}
