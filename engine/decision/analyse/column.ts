// One input of a table as an axis: cut at every value that its tests name, so that inside a piece no test
// tells two values apart. Null is left out: whether a table answers nothing given is another question.
import type { Decimal } from 'decimal.js';
import { compileFeel } from '../../expression/compile-feel.ts';
import { type TestPart, testParts } from '../../expression/test-parts.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { isList } from '../../expression/value/kinds.ts';
import { FeelNumber } from '../../expression/value/number.ts';
import { isDiscrete, type OrderedKind, ordinalOf, ordinalText } from './ordinal.ts';

/** A test with the values that it names worked out. */
export type Reading =
  | { kind: 'any' }
  | { kind: 'unknown' }
  | { kind: 'pieces'; pieces: Piece[]; negated: boolean };

export interface Piece {
  /** Undefined is no end. */
  start: Feel | undefined;
  startIncluded: boolean;
  end: Feel | undefined;
  endIncluded: boolean;
  /** All but this. */
  inverted: boolean;
}

/** Undefined when it depends on a name. */
export function constantOf(text: string): Feel | undefined {
  const compiled = compileFeel(text, { dialect: 'expression', names: [] });
  if (compiled.kind === 'refused' || compiled.program.names.length > 0) return undefined;
  const { value, warnings } = compiled.program.evaluate(() => undefined);
  return warnings.length > 0 ? undefined : value;
}

const point = (value: Feel, inverted = false): Piece => ({
  start: value,
  startIncluded: true,
  end: value,
  endIncluded: true,
  inverted,
});

function compared(operator: string, end: Feel): Piece {
  const included = operator.endsWith('=');
  if (operator === '=') return point(end);
  if (operator === '!=') return point(end, true);
  const none = { startIncluded: false, endIncluded: false, inverted: false };
  return operator.startsWith('<')
    ? { ...none, start: undefined, end, endIncluded: included }
    : { ...none, start: end, startIncluded: included, end: undefined };
}

function readPart(part: TestPart): Piece[] | null {
  if (part.kind === 'interval') {
    const start = constantOf(part.start);
    const end = constantOf(part.end);
    if (start === undefined || end === undefined || start === null || end === null) return null;
    const { startIncluded, endIncluded } = part;
    return [{ start, end, startIncluded, endIncluded, inverted: false }];
  }
  const value = constantOf(part.kind === 'compare' ? part.end : part.text);
  if (value === undefined) return null;
  if (part.kind === 'compare') return value === null ? null : [compared(part.operator, value)];
  return isList(value) ? value.map((item) => point(item)) : [point(value)];
}

export function readTests(text: string): Reading {
  const read = testParts(text);
  if (read.kind !== 'parts') return read;
  const pieces: Piece[] = [];
  for (const part of read.parts) {
    const found = readPart(part);
    if (found === null) return { kind: 'unknown' };
    pieces.push(...found);
  }
  return { kind: 'pieces', pieces, negated: read.negated };
}

/** A part of an axis inside which all values are alike. */
export interface Segment {
  /** One of its values, as people write it. */
  example: string;
  /** Its place on the axis. */
  at: number;
}

/** The places that a piece covers, the last included; none when the last comes before the first. */
interface Cover {
  first: number;
  last: number;
}

const nowhere: Cover = { first: 0, last: -1 };

export interface Column {
  kind: OrderedKind | 'string' | 'boolean' | 'other';
  segments: Segment[];
  /** Without the inversion. */
  coverOf(piece: Piece): Cover;
}

const endsOf = (pieces: readonly Piece[]): Feel[] =>
  pieces.flatMap(({ start, end }) => [start, end]).filter((end) => end !== undefined && end !== null);

/** Of texts and truth values only equality is asked. */
function labelColumn(kind: 'string' | 'boolean', labels: readonly (string | boolean)[]): Column {
  const places = new Map<unknown, number>(labels.map((label, at) => [label, at]));
  return {
    kind,
    segments: labels.map((label, at) => ({ example: JSON.stringify(label), at })),
    coverOf({ start, end }) {
      const at = start === end ? places.get(start) : undefined;
      return at === undefined ? nowhere : { first: at, last: at };
    },
  };
}

function stringColumn(ends: readonly Feel[]): Column {
  const labels = [...new Set(ends.filter((end) => typeof end === 'string'))];
  let other = 'other';
  while (labels.includes(other)) other = `an${other}`;
  return labelColumn('string', [...labels, other]);
}

interface Span {
  /** Null is no end; equal ends are the one value. */
  low: Decimal | null;
  high: Decimal | null;
}

/** A whole number when there is one between. */
function between({ low, high }: Span): Decimal {
  if (low === null) return high === null ? new FeelNumber(0) : high.ceil().minus(1);
  if (high === null) return low.floor().plus(1);
  const whole = low.floor().plus(1);
  return low.equals(high) ? low : whole.lt(high) ? whole : low.plus(high).div(2);
}

/** Of discrete values there are none between two that follow each other. */
const isEmpty = ({ low, high }: Span, discrete: boolean): boolean =>
  discrete && low !== null && high !== null && !low.equals(high) && high.minus(low).lte(1);

/** The points at odd places, what lies before, between and after them at even ones. */
function coverReader(points: readonly Decimal[]): Column['coverOf'] {
  const places = new Map(points.map((point, index) => [point.toString(), 2 * index + 1]));
  const placeOf = (value: Feel | undefined): number | null => {
    const at = value === undefined ? null : (ordinalOf(value)?.at ?? null);
    return at === null ? null : (places.get(at.toString()) ?? null);
  };
  return ({ start, startIncluded, end, endIncluded }) => {
    const [first, last] = [placeOf(start), placeOf(end)];
    return {
      first: first === null ? 0 : startIncluded ? first : first + 1,
      last: last === null ? 2 * points.length : endIncluded ? last : last - 1,
    };
  };
}

function orderedColumn(kind: OrderedKind, ends: readonly Feel[]): Column {
  const cuts = ends.flatMap((end) => ordinalOf(end)?.at ?? []).sort((a, b) => a.cmp(b));
  const points = cuts.filter((cut, index) => index === 0 || !cut.equals(cuts[index - 1] ?? cut));
  const spans: Span[] = points.flatMap((at, index) => [
    { low: points[index - 1] ?? null, high: at },
    { low: at, high: at },
  ]);
  const all = [...spans, { low: points.at(-1) ?? null, high: null }];
  return {
    kind,
    segments: all.flatMap((span, at) =>
      isEmpty(span, isDiscrete(kind)) ? [] : { example: ordinalText({ kind, at: between(span) }), at },
    ),
    coverOf: coverReader(points),
  };
}

const kindOfEnd = (end: Feel): Column['kind'] => {
  if (typeof end === 'string') return 'string';
  if (typeof end === 'boolean') return 'boolean';
  return ordinalOf(end)?.kind ?? 'other';
};

/** `declared` is the type of the column; without one the values in its tests tell. */
export function makeColumn(declared: string, readings: readonly Reading[]): Column {
  const ends = endsOf(readings.flatMap((reading) => (reading.kind === 'pieces' ? reading.pieces : [])));
  const kinds = new Set(ends.map(kindOfEnd));
  const [only] = kinds;
  const kind = declared === 'Any' && kinds.size === 1 && only ? only : declared;
  switch (kind) {
    case 'boolean':
      return labelColumn(kind, [true, false]);
    case 'string':
      return stringColumn(ends);
    case 'number':
    case 'date':
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
      return orderedColumn(kind, ends);
    default:
      return { kind: 'other', segments: [{ example: 'anything', at: 0 }], coverOf: () => nowhere };
  }
}

/** Undefined when it cannot be told. */
export type HoldsIn = (segment: Segment) => boolean | undefined;

const isMoment = (end: Feel): boolean =>
  typeof end === 'object' &&
  end !== null &&
  'kind' in end &&
  (end.kind === 'date' || end.kind === 'date and time' || end.kind === 'time');

const momentKinds: readonly string[] = ['date', 'date and time', 'time'];

const isForEvaluator = (kind: Column['kind'], end: Feel): boolean =>
  momentKinds.includes(kind) && isMoment(end) && kindOfEnd(end) !== kind;

/** Days beside instants, and what has a zone beside what may have none: only the evaluator compares them. */
export const knownIn = ({ kind }: Column, reading: Reading): Reading =>
  reading.kind === 'pieces' && endsOf(reading.pieces).some((end) => isForEvaluator(kind, end))
    ? { kind: 'unknown' }
    : reading;

/** Values of another kind than the column's hold nowhere. */
export function whereHolds({ kind, coverOf }: Column, reading: Reading): HoldsIn {
  if (reading.kind === 'any') return () => true;
  if (reading.kind === 'unknown' || kind === 'other') return () => undefined;
  const known = reading.pieces.filter((piece) => endsOf([piece]).every((end) => kindOfEnd(end) === kind));
  if (kind === 'string' && known.some(({ start, end }) => start !== end)) return () => undefined;
  const covers = known
    .filter(({ start }) => start !== null)
    .map((piece) => ({ ...coverOf(piece), inverted: piece.inverted }));
  return ({ at }) =>
    covers.some(({ first, last, inverted }) => (at >= first && at <= last) !== inverted) !== reading.negated;
}
