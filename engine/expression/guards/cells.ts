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
  /** What it and those that it is compared with can hold: in each gap they may stand in any order. */
  rivals: readonly Domain[];
}

const isWhole = (domain: Domain): boolean => domain.kind === 'number' && domain.whole === true;
const endsOf = (domain: Domain): number[] =>
  domain.kind === 'number' ? [domain.min, domain.max].filter((value) => value !== undefined) : [];

interface Spreading {
  constants: readonly number[];
  /** Values of each gap. */
  count: number;
  /** Whole numbers are among the values, and others beside them. */
  whole: boolean;
  others: boolean;
}

/** Values of the gap between two numbers, or of the one beyond an end. */
function gap({ count, whole, others }: Spreading, low: number | null, high: number | null): number[] {
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  if (!whole && low !== null && high !== null)
    return steps.map((step) => low + ((high - low) * step) / (count + 1));
  const from = low === null ? Math.ceil(high ?? 0) - count - 1 : Math.floor(low);
  const numbers = steps.map((step) => from + step);
  const beside = others ? [from, ...numbers].map((number) => number + 0.5) : [];
  return [...numbers, ...beside].filter((value) => value > (low ?? -Infinity) && value < (high ?? Infinity));
}

/** The likeliest first: they become the examples. */
function spread(spreading: Spreading): number[] {
  const { constants } = spreading;
  const sorted = [...new Set(constants.length > 0 ? constants : [0])].sort((a, b) => a - b);
  const between = sorted.slice(1).flatMap((high, place) => gap(spreading, sorted[place] ?? null, high));
  const lowest = sorted[0] ?? 0;
  return [
    ...sorted,
    ...gap(spreading, sorted.at(-1) ?? 0, null),
    ...between,
    ...gap(spreading, null, lowest).reverse(),
  ];
}

function numbersFor(domain: Domain, { constants, rivals }: Cells): number[] {
  const { min = -Infinity, max = Infinity } = domain.kind === 'number' ? domain : {};
  const whole = isWhole(domain);
  const spreading = {
    constants: [...constants.filter((value) => typeof value === 'number'), ...rivals.flatMap(endsOf)],
    count: rivals.length,
    whole: whole || rivals.some(isWhole),
    others: !whole,
  };
  return spread(spreading).filter(
    (value) => value >= min && value <= max && (!whole || Number.isInteger(value)),
  );
}

function daysFor({ constants, rivals }: Cells): Day[] {
  const base = Temporal.PlainDate.from('2026-01-01');
  const numbers = constants
    .filter(isDay)
    .map(({ day }) => base.until(Temporal.PlainDate.from(day), { largestUnit: 'day' }).days);
  const spreading = { constants: numbers, count: rivals.length, whole: true, others: false };
  return spread(spreading).map((days) => ({ day: base.add({ days }).toString() }));
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
    ...(numbers ? numbersFor(cells.domain, cells) : []),
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
