// Values that stand for all that a term can hold: the ones it is compared with, and one for each gap between them.
// A guard of comparisons gives the same for every value of a gap, so that looking at these decides it.
import { Temporal } from 'temporal-polyfill';
import { type Day, type Domain, isDay, type Scalar } from './guard.ts';

/** Whatever it is, nothing follows from it: a value of another kind than it is compared with. */
export const anything: unique symbol = Symbol('anything');
export type Cell = Scalar | Day | typeof anything;

/** No literal of a cycle is likely to be this, and where one is the gap is only seen twice. */
const otherText = 'something else';

export interface Cells {
  domain: Domain;
  /** What the term, and those that it is compared with, are compared with. */
  constants: readonly (Scalar | Day)[];
  /** How many terms are compared with each other: as many values of each gap are needed to order them. */
  rivals: number;
}

/** Values below, between and above the given ones, `count` in each gap. */
function spread(constants: readonly number[], count: number, whole: boolean): number[] {
  const sorted = [...new Set(constants.length > 0 ? constants : [0])].sort((a, b) => a - b);
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  const lowest = sorted[0] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  const between = sorted.flatMap((low, place) => {
    const high = sorted[place + 1];
    if (high === undefined) return [];
    if (!whole) return steps.map((step) => low + ((high - low) * step) / (count + 1));
    return steps.map((step) => Math.floor(low) + step).filter((value) => value > low && value < high);
  });
  // The likeliest first: they become the examples.
  return [
    ...sorted,
    ...steps.map((step) => highest + step),
    ...between,
    ...steps.map((step) => lowest - step),
  ];
}

function numbersFor(domain: Extract<Domain, { kind: 'number' }>, { constants, rivals }: Cells): number[] {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole = false } = domain;
  const ends = [min, max].filter(Number.isFinite);
  const compared = constants.filter((value) => typeof value === 'number');
  return spread([...compared, ...ends], rivals, whole).filter(
    (value) => value >= min && value <= max && (!whole || Number.isInteger(value)),
  );
}

function daysFor({ constants, rivals }: Cells): Day[] {
  const base = Temporal.PlainDate.from('2026-01-01');
  const numbers = constants
    .filter(isDay)
    .map(({ day }) => base.until(Temporal.PlainDate.from(day), { largestUnit: 'day' }).days);
  return spread(numbers, rivals, true).map((days) => ({ day: base.add({ days }).toString() }));
}

const textsFor = ({ constants }: Cells): string[] => [
  ...constants.filter((value) => typeof value === 'string'),
  otherText,
];

const orNull = (nullable: boolean): Scalar[] => (nullable ? [null] : []);

function cellsOfUnknown(cells: Cells): Cell[] {
  const { constants } = cells;
  const numbers = constants.some((value) => typeof value === 'number');
  return [
    ...(numbers ? numbersFor({ kind: 'number', nullable: false }, cells) : []),
    ...constants.filter((value) => typeof value !== 'number'),
    ...(constants.some((value) => typeof value === 'string') ? [otherText] : []),
    ...(constants.length === 0 ? [true, false] : []),
    null,
    anything,
  ];
}

export function cellsOf(cells: Cells): Cell[] {
  const { domain } = cells;
  switch (domain.kind) {
    case 'choice':
      return [...domain.values, ...orNull(domain.nullable)];
    case 'number':
      return [...numbersFor(domain, cells), ...orNull(domain.nullable)];
    case 'text':
      return [...new Set(textsFor(cells)), ...orNull(domain.nullable)];
    case 'day':
      return [...daysFor(cells), ...orNull(domain.nullable)];
    case 'unknown':
      return [...new Set(cellsOfUnknown(cells))];
  }
}
