// How points and ranges lie to each other (DMN 10.3.4.7, table 78). A point is the range from it to it.
import { type Run, refuse } from '../compile/run.ts';
import * as types from '../types/feel-type.ts';
import type { FeelBudget } from '../value/budget.ts';
import { compare } from '../value/compare.ts';
import type { Feel, FeelRange } from '../value/feel.ts';
import { isObject } from '../value/kinds.ts';
import { define, form } from './define.ts';
import { anything } from './parameters.ts';

const isRange = (value: Feel): value is FeelRange => isObject(value) && value.kind === 'range';

const asRange = (value: Feel): FeelRange =>
  isRange(value)
    ? value
    : { kind: 'range', start: value, end: value, startIncluded: true, endIncluded: true };

/** Where one end lies to another; an end that is missing lies beyond all others. */
interface Ends {
  /** Of the starts, the ends, the end of the first to the start of the second, and the other way. */
  starts: number;
  ends: number;
  endToStart: number;
  startToEnd: number;
}

/** A missing end lies at `whenMissing`. */
function orderOf(
  budget: FeelBudget,
  [a, b]: [Feel, Feel],
  whenMissing: [a: number, b: number],
): number | null {
  if (a === null || b === null) return (a === null ? whenMissing[0] : 0) - (b === null ? whenMissing[1] : 0);
  return compare(a, b, budget);
}

/** Null when the two ranges cannot be compared. */
function endsOf(budget: FeelBudget, a: FeelRange, b: FeelRange): Ends | null {
  const starts = orderOf(budget, [a.start, b.start], [-1, -1]);
  const ends = orderOf(budget, [a.end, b.end], [1, 1]);
  const endToStart = orderOf(budget, [a.end, b.start], [1, -1]);
  const startToEnd = orderOf(budget, [a.start, b.end], [-1, 1]);
  if (starts === null || ends === null || endToStart === null || startToEnd === null) return null;
  return { starts, ends, endToStart, startToEnd };
}

type Relation = (ends: Ends, a: FeelRange, b: FeelRange) => boolean;

const before: Relation = ({ endToStart }, a, b) =>
  endToStart < 0 || (endToStart === 0 && !(a.endIncluded && b.startIncluded));
const meets: Relation = ({ endToStart }, a, b) => endToStart === 0 && a.endIncluded && b.startIncluded;
const sameStart: Relation = ({ starts }, a, b) => starts === 0 && a.startIncluded === b.startIncluded;
const sameEnd: Relation = ({ ends }, a, b) => ends === 0 && a.endIncluded === b.endIncluded;
const startsNoLater: Relation = ({ starts }, a, b) =>
  starts < 0 || (starts === 0 && (a.startIncluded || !b.startIncluded));
const endsNoSooner: Relation = ({ ends }, a, b) =>
  ends > 0 || (ends === 0 && (a.endIncluded || !b.endIncluded));
const startsSooner: Relation = ({ starts }, a, b) =>
  starts < 0 || (starts === 0 && a.startIncluded && !b.startIncluded);
const endsNoLater: Relation = ({ ends }, a, b) =>
  ends < 0 || (ends === 0 && (!a.endIncluded || b.endIncluded));
const includes: Relation = (ends, a, b) => startsNoLater(ends, a, b) && endsNoSooner(ends, a, b);
const overlaps: Relation = (ends, a, b) => !before(ends, a, b) && !before(swap(ends), b, a);
const overlapsBefore: Relation = (ends, a, b) =>
  startsSooner(ends, a, b) && endsNoLater(ends, a, b) && overlaps(ends, a, b);
const starts: Relation = (ends, a, b) => sameStart(ends, a, b) && endsNoSooner(swap(ends), b, a);
const finishes: Relation = (ends, a, b) => sameEnd(ends, a, b) && startsNoLater(swap(ends), b, a);
const coincides: Relation = (ends, a, b) => sameStart(ends, a, b) && sameEnd(ends, a, b);

const swap = ({ starts, ends, endToStart, startToEnd }: Ends): Ends => ({
  starts: -starts,
  ends: -ends,
  endToStart: -startToEnd,
  startToEnd: -endToStart,
});

const converse =
  (relation: Relation): Relation =>
  (ends, a, b) =>
    relation(swap(ends), b, a);

/** Which of the two have to be ranges, and what the parameters are called then (table 78). */
const forms = {
  points: { names: ['point1', 'point2'], ranges: [false, false] },
  pointAndRange: { names: ['point', 'range'], ranges: [false, true] },
  rangeAndPoint: { names: ['range', 'point'], ranges: [true, false] },
  ranges: { names: ['range1', 'range2'], ranges: [true, true] },
} as const;
type Allowed = (typeof forms)[keyof typeof forms];

function relate(run: Run, values: [Feel, Feel], allowed: readonly Allowed[], relation: Relation): Feel {
  const [a, b] = values;
  if (a === null || b === null) return null;
  const isFirst = allowed.every(({ ranges }) => ranges[0]);
  if (isFirst && !isRange(a)) return refuse(run, 'The first value must be a range.');
  const isSecond = allowed.every(({ ranges }) => ranges[1]);
  if (isSecond && !isRange(b)) return refuse(run, 'The second value must be a range.');
  const [first, second] = [asRange(a), asRange(b)];
  const ends = endsOf(run.budget, first, second);
  return ends ? relation(ends, first, second) : refuse(run, 'The two cannot be compared.');
}

const define2 = (name: string, allowed: readonly Allowed[], relation: Relation) =>
  define(
    name,
    ...allowed.map(({ names: [one, other] }) =>
      form([anything(one), anything(other)], types.boolean, (run, a, b) =>
        relate(run, [a, b], allowed, relation),
      ),
    ),
  );

const { points, pointAndRange, rangeAndPoint, ranges } = forms;
const any = [points, pointAndRange, rangeAndPoint, ranges];
const within = [pointAndRange, ranges];
const around = [rangeAndPoint, ranges];

export const rangeFunctions = [
  define2('before', any, before),
  define2('after', any, converse(before)),
  define2('meets', [ranges], meets),
  define2('met by', [ranges], converse(meets)),
  define2('overlaps', [ranges], overlaps),
  define2('overlaps before', [ranges], overlapsBefore),
  define2('overlaps after', [ranges], converse(overlapsBefore)),
  define2('finishes', within, finishes),
  define2('finished by', around, converse(finishes)),
  define2('includes', around, includes),
  define2('during', within, converse(includes)),
  define2('starts', within, starts),
  define2('started by', around, converse(starts)),
  define2('coincides', [points, ranges], coincides),
];
