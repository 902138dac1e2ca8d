// Straight lines over stretches of a number: what an expression makes of one variable, exactly.

/** The numbers between two ends; an end that is finite belongs to it or not. */
export interface Stretch {
  low: number;
  high: number;
  lowIn: boolean;
  highIn: boolean;
}

/** `slope` times the variable, and `offset`: 0 is a constant, 1 the variable moved on. */
export interface Line {
  slope: 0 | 1;
  offset: number;
}

export const allNumbers: Stretch = { low: -Infinity, high: Infinity, lowIn: false, highIn: false };

/** Null where binary numbers may be rounded and decimal ones are not. */
export function exactSum(a: number, b: number): number | null {
  const sum = a + b;
  return a === 0 || b === 0 || [a, b, sum].every(Number.isSafeInteger) ? sum : null;
}

export function addLines(a: Line, b: Line, sign: 1 | -1): Line | null {
  const slope = a.slope + sign * b.slope;
  const offset = exactSum(a.offset, sign * b.offset);
  return offset !== null && (slope === 0 || slope === 1) ? { slope, offset } : null;
}

const isEmpty = ({ low, high, lowIn, highIn }: Stretch): boolean =>
  low > high || (low === high && !(lowIn && highIn));

export interface Side {
  over: Stretch;
  /** Below the point, the point itself, above it. */
  sign: -1 | 0 | 1;
}

export function splitAt(over: Stretch, at: number): Side[] {
  const afterLow = at > over.low || (at === over.low && over.lowIn);
  const beforeHigh = at < over.high || (at === over.high && over.highIn);
  const point: Side = { over: { low: at, high: at, lowIn: true, highIn: true }, sign: 0 };
  const below: Side = { over: at > over.high ? over : { ...over, high: at, highIn: false }, sign: -1 };
  const above: Side = { over: at < over.low ? over : { ...over, low: at, lowIn: false }, sign: 1 };
  return [below, ...(afterLow && beforeHigh ? [point] : []), above].filter((side) => !isEmpty(side.over));
}

const opposite = { '-1': 1, '0': 0, '1': -1 } as const;

/** Where the first line is below the second, meets it, and is above it. */
export function orderOf(a: Line, b: Line, over: Stretch): Side[] | null {
  const apart = exactSum(a.offset, -b.offset);
  if (apart === null) return null;
  if (a.slope === b.slope) return [{ over, sign: apart < 0 ? -1 : apart > 0 ? 1 : 0 }];
  if (a.slope === 1) return splitAt(over, -apart);
  return splitAt(over, apart).map((side) => ({ over: side.over, sign: opposite[side.sign] }));
}
