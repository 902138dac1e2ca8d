// Why the two evaluators may differ: one rule for our decimal numbers, all others name what the oracle
// (feelin 8.2.0) gets wrong and the clause of DMN 1.5 that says so. A rule looks at the smallest
// expression that differs, at the way it was made, and at what its parts give.
import type { Expression } from './generate.ts';
import { type Answer, type Answers, answer } from './oracle.ts';

export interface Difference extends Answers {
  expression: Expression;
  /** What the parts give; in these the two agree. */
  parts: Answer[];
}

export interface Rule {
  name: string;
  explains(difference: Difference): boolean;
}

const isCalendar = (value: Answer | undefined): value is { calendar: string } =>
  typeof value === 'object' && value !== null && 'calendar' in value;
const isList = (value: Answer | undefined): value is { list: Answer[] } =>
  typeof value === 'object' && value !== null && 'list' in value;

const calendar = (value: Answer | undefined): string => (isCalendar(value) ? value.calendar : '');
const isDuration = (value: Answer | undefined): boolean => /^-?P/.test(calendar(value));
const isDate = (value: Answer | undefined): boolean => /^\d{4}-\d\d-\d\d$/.test(calendar(value));
const isZoned = (value: Answer | undefined): boolean =>
  /(Z|[+-]\d\d:\d\d|@.+)$/.test(calendar(value).slice(8));
const hasClock = (value: Answer | undefined): boolean => /\d\d:\d\d:\d\d/.test(calendar(value));

function kindOf(value: Answer | undefined): string {
  if (value === null || value === undefined || typeof value !== 'object')
    return value === null ? 'null' : typeof value;
  if (!isCalendar(value)) return Object.keys(value)[0]!;
  if (isDuration(value)) return /[YM]/.test(value.calendar.split('T')[0]!) ? 'months' : 'days';
  if (isDate(value)) return 'date';
  return value.calendar.includes('T') ? 'date and time' : 'time';
}

const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** Equal up to the digits that binary floating point loses. */
function isClose(a: Answer, b: Answer): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  if (typeof a === 'string' && typeof b === 'string') {
    const [first, second] = [a.match(number) ?? [], b.match(number) ?? []];
    return (
      a.replace(number, '#') === b.replace(number, '#') &&
      first.every((digits, index) => isClose(Number(digits), Number(second[index])))
    );
  }
  if (isList(a) && isList(b))
    return a.list.length === b.list.length && a.list.every((item, i) => isClose(item, b.list[i]!));
  return JSON.stringify(a) === JSON.stringify(b);
}

const made =
  (...patterns: string[]) =>
  ({ expression }: Difference): boolean =>
    patterns.includes(expression.pattern);

const madeAs =
  (pattern: RegExp) =>
  ({ expression }: Difference): boolean =>
    pattern.test(expression.pattern);

const relations =
  /^(before|after|meets|met by|overlaps|includes|during|coincides|starts|started by|finishes|finished by|overlaps before|overlaps after)\(/;
const comparisons = /^\(‹[a-z ]+› (<|<=|>|>=) ‹[a-z ]+›\)$/;

/** The ends of those parts that are ranges. */
const rangesIn = ({ expression }: Difference): { start: Answer; end: Answer }[] =>
  expression.parts
    .filter((part) => /\.\./.test(part.text) && /^[[(]/.test(part.text))
    .map((part) => ({ start: answer(`(${part.text}).start`).ours, end: answer(`(${part.text}).end`).ours }));

const descends = (start: Answer | undefined, end: Answer | undefined): boolean => {
  if (typeof start === 'number' && typeof end === 'number') return start > end;
  return isDate(start) && isDate(end) && calendar(start) > calendar(end);
};

const kindsIn = (difference: Difference): Set<string> => {
  const ranges = rangesIn(difference).flatMap(({ start, end }) => [kindOf(start), kindOf(end)]);
  return new Set([...difference.parts.map(kindOf).filter((kind) => kind !== 'odd'), ...ranges]);
};

const rules: Rule[] = [
  {
    // 10.3.2.3.1: numbers are decimal128; 0.1 + 0.2 is 0.3.
    name: 'decimal arithmetic',
    explains: ({ ours, theirs, thrown }) => thrown === null && theirs !== null && isClose(ours, theirs),
  },
  {
    // 10.3.1.2, rule 37: a numeric literal may have an exponent; feelin reads only the digits before it.
    name: 'exponent of a literal',
    explains: ({ expression }) =>
      expression.pattern === '1e3' ||
      expression.parts.some((part) => /^[[(].*1e3.*\.\.|\.\..*1e3/.test(part.text)),
  },
  {
    // Table 53: a duration times or by a number is a duration; feelin knows numbers only.
    name: 'duration times a number',
    explains: (difference) =>
      made('(‹months› * 2)', '(‹days› / 2)', '(‹days› * ‹number›)')(difference) &&
      difference.theirs === null &&
      isDuration(difference.ours),
  },
  {
    // 10.3.2.3.7: -x of a duration is the opposite duration; feelin subtracts it from the number 0.
    name: 'negative duration',
    explains: (difference) =>
      made('(-‹days›)')(difference) && difference.theirs === null && isDuration(difference.ours),
  },
  {
    // Table 55: a date plus a days and time duration is a date; feelin makes it a date and time in UTC.
    name: 'date plus hours',
    explains: ({ expression, ours, theirs }) =>
      /^\(‹[a-z ]+› [+-] ‹days›\)$/.test(expression.pattern) &&
      isDate(ours) &&
      calendar(theirs).endsWith('Z'),
  },
  {
    // 10.3.2.5: a filter keeps the items for which it is true; feelin takes a name for a position.
    name: 'filter by a boolean entry',
    explains: (difference) =>
      made('‹rows›[open]')(difference) && isList(difference.theirs) && difference.theirs.list.length === 0,
  },
  {
    // Table 71: a years and months duration has no days; feelin leaves the days of the rest in it.
    name: 'days in a years and months duration',
    explains: (difference) =>
      made('years and months duration(‹date›, ‹date›)')(difference) &&
      // The days are those of 1970, so that a rest of 30 may even become a month.
      calendar(difference.parts[0]).slice(-2) !== calendar(difference.parts[1]).slice(-2),
  },
  {
    // 10.3.2.3.5 and table 55: a local and a zoned time cannot be subtracted or ordered; feelin takes local for UTC.
    name: 'local against zoned',
    explains: ({ expression, ours, theirs, parts }) =>
      / (-|<|<=|>|>=) /.test(expression.pattern) &&
      ours === null &&
      theirs !== null &&
      parts.every((part) => hasClock(part) || isDate(part)) &&
      // A date is its midnight in UTC (10.3.2.3.6).
      parts.filter((part) => isZoned(part) || isDate(part)).length === 1,
  },
  {
    // 10.3.2.3.5: the difference of two zoned ones is between their instants; feelin subtracts the clocks.
    name: 'clocks of two zones',
    explains: ({ expression, theirs, parts }) =>
      /^\(‹(date and time|time)› - ‹(date and time|time)›\)$/.test(expression.pattern) &&
      isDuration(theirs) &&
      parts.some(isZoned),
  },
  {
    // Table 55: a days and time duration is seconds; feelin adds its days to the calendar of the zone.
    name: 'days across a change of the clocks',
    explains: ({ expression, parts, theirs }) =>
      /^\(‹date and time› [+-] ‹days›\)$/.test(expression.pattern) &&
      calendar(parts[0]).includes('@') &&
      calendar(theirs).includes('@'),
  },
  {
    // Table 75: min and max are of comparable items, not of numbers alone.
    name: 'extremes of texts and dates',
    explains: (difference) =>
      madeAs(/^(min|max)\(/)(difference) && difference.theirs === null && difference.ours !== null,
  },
  {
    // Table 78: feelin has not implemented these.
    name: 'missing range function',
    explains: (difference) =>
      madeAs(/^(during|coincides|starts|started by|finishes|finished by|overlaps before|overlaps after)\(/)(
        difference,
      ) && difference.theirs === null,
  },
  {
    // Table 71: the second of a time has a fraction; feelin drops it.
    name: 'fraction of a second',
    explains: (difference) =>
      made('time(8, 30, ‹number›)')(difference) &&
      calendar(difference.ours).replace(/\.\d+$/, '') === calendar(difference.theirs),
  },
  {
    // Table 42: lists of other lengths are not equal; feelin takes the item out of the shorter one first.
    name: 'lists of other lengths',
    explains: (difference) =>
      made('(‹numbers› = ‹numbers›)')(difference) &&
      difference.theirs === null &&
      difference.ours === false &&
      difference.parts.every(isList),
  },
  {
    // Table 50: every is a conjunction, so that null leaves it open; feelin takes null for false.
    name: 'quantified over null',
    explains: (difference) =>
      madeAs(/^\((some|every) /)(difference) &&
      difference.ours === null &&
      typeof difference.theirs === 'boolean',
  },
  {
    // Tables 74 and 75: a position is within the text or list, from either end; feelin takes any.
    name: 'position outside',
    explains: (difference) =>
      madeAs(/^(substring|sublist|remove|insert before|list replace)\(/)(difference) &&
      difference.ours === null &&
      (difference.parts[0] === '' || (isList(difference.parts[0]) && difference.parts[0].list.length === 0)),
  },
  {
    // Table 54: x in [a..b] is x >= a and x <= b; feelin turns a range round that descends.
    name: 'descending range',
    explains: (difference) =>
      difference.ours === false &&
      difference.theirs === true &&
      (rangesIn(difference).some(({ start, end }) => descends(start, end)) ||
        (madeAs(/ between /)(difference) && descends(difference.parts[1], difference.parts[2]))),
  },
  {
    // Table 44 and 10.3.2.13: values of two kinds have no order, so that the comparison is null; feelin compares as JavaScript does.
    name: 'order of two kinds',
    explains: (difference) =>
      (madeAs(comparisons)(difference) ||
        madeAs(relations)(difference) ||
        madeAs(/ (in|between) /)(difference)) &&
      difference.ours === null &&
      kindsIn(difference).size > 1,
  },
  {
    // Table 55: a time of day has no distance from a day; feelin takes it for one of 1970.
    name: 'difference of two kinds',
    explains: ({ expression, ours, parts }) =>
      / - /.test(expression.pattern) && ours === null && new Set(parts.map(kindOf)).size > 1,
  },
  {
    // 10.3.2.3.6: a date is compared with a date and time as its midnight in UTC; feelin does not compare them.
    name: 'date against date and time',
    explains: ({ expression, theirs, parts }) =>
      / (<|<=|>|>=|=|!=) /.test(expression.pattern) &&
      theirs === null &&
      parts.map(kindOf).sort().join() === 'date,date and time',
  },
  {
    // 10.3.2.3.7: durations are equal when they are as long; feelin compares those of half a year by whole months.
    name: 'long durations by months',
    explains: ({ expression, parts, theirs }) =>
      / (=|!=) /.test(expression.pattern) &&
      parts.every((part) => kindOf(part) === 'days') &&
      theirs === expression.pattern.includes(' = '),
  },
  {
    // The same within a filter: null keeps no item.
    name: 'order of two kinds in a filter',
    explains: ({ expression, ours, parts }) =>
      /\[(score > ‹number›|item > 1)\]$/.test(expression.pattern) &&
      isList(ours) &&
      ours.list.length === 0 &&
      parts.slice(-1).some((part) => kindOf(part) !== 'number'),
  },
  {
    // 10.3.2.7: the ends of a range are of one kind; feelin throws where the range would be null.
    name: 'range between two kinds',
    explains: ({ expression, ours, thrown }) =>
      /^[[(]‹number›\.\.‹number›\]$/.test(expression.pattern) && ours === null && thrown !== null,
  },
  {
    // 10.3.2.7: an end that is null is no end; feelin compares it as the number 0.
    name: 'range without an end',
    explains: (difference) =>
      madeAs(relations)(difference) &&
      rangesIn(difference).some(({ start, end }) => start === null || end === null),
  },
  {
    // Table 78: null is no point; feelin compares it as the number 0.
    name: 'null as a point',
    explains: (difference) =>
      madeAs(relations)(difference) && difference.ours === null && difference.parts.includes(null),
  },
  {
    // Table 75: a list parameter takes no null; feelin takes null for an item.
    name: 'null as a list',
    explains: (difference) =>
      madeAs(/^(concatenate|union)\(/)(difference) &&
      difference.ours === null &&
      difference.parts.includes(null),
  },
  {
    // 10.3.2.9.4: a value is taken for a list of one, and the other way; feelin throws.
    name: 'value as a list of one',
    explains: (difference) =>
      (madeAs(/^union\(/)(difference) ||
        (madeAs(comparisons)(difference) && difference.parts.some(isList))) &&
      difference.thrown !== null,
  },
  {
    // Table 76: is() of values of two kinds is false; feelin gives null.
    name: 'identity of two kinds',
    explains: (difference) =>
      madeAs(/^is\(/)(difference) &&
      difference.ours === false &&
      difference.theirs === null &&
      new Set(difference.parts.map(kindOf)).size > 1,
  },
  {
    // 10.3.2.9.2: null conforms to every type, so that a list of numbers may hold it; feelin asks each item.
    name: 'null in a typed list',
    explains: (difference) =>
      madeAs(/ instance of list<number>\)$/)(difference) &&
      difference.ours === true &&
      difference.parts.some((part) => isList(part) && part.list.includes(null)),
  },
  {
    // Table 50: if takes its first branch when the condition is true; feelin when it is not false or null.
    name: 'condition that is no boolean',
    explains: (difference) =>
      madeAs(/^\(if /)(difference) && !['boolean', 'null'].includes(kindOf(difference.parts[0])),
  },
  {
    // Table 75: the median is the middle of the numbers in their order; feelin sorts them as texts.
    name: 'median of texts',
    explains: ({ expression, ours, theirs }) =>
      expression.pattern === 'median(‹numbers›)' && typeof ours === 'number' && typeof theirs === 'number',
  },
  {
    // Table 54: x between a and b is x >= a and x <= b, and false when one is false; feelin gives null.
    name: 'between with one end',
    explains: ({ expression, ours, theirs, parts }) =>
      / between /.test(expression.pattern) &&
      ours === false &&
      theirs === null &&
      (parts.includes(null) || new Set(parts.map(kindOf)).size > 1),
  },
  {
    // 10.3.2.5: a filter is a condition or a position; what is neither gives null, in feelin no items.
    name: 'filter by neither',
    explains: ({ expression, ours, theirs, parts }) =>
      expression.pattern === '‹numbers›[‹number›]' &&
      ours === null &&
      isList(theirs) &&
      kindOf(parts[1]) !== 'number',
  },
  {
    // Table 75: mode is in ascending order; feelin leaves it in the order of appearance.
    name: 'order of modes',
    explains: ({ expression, ours, theirs }) =>
      expression.pattern === 'mode(‹numbers›)' &&
      isList(ours) &&
      isList(theirs) &&
      isClose(ours, { list: [...theirs.list].sort((a, b) => Number(a) - Number(b)) }),
  },
  {
    // 10.3.2.3.6: a date before the year 0 is a date; feelin throws. `string(m)` is none at all.
    name: 'negative year',
    explains: ({ thrown }) => thrown === 'not implemented: negative date',
  },
  {
    // 10.3.2.4: what cannot be computed is null; feelin gives NaN, which is a number to it.
    name: 'not a number',
    explains: ({ expression, parts, ours, theirs }) =>
      / (!=|=) /.test(expression.pattern) &&
      parts.includes(null) &&
      typeof ours === 'boolean' &&
      theirs === null,
  },
];

export const explain = (difference: Difference): string | null =>
  rules.find((rule) => rule.explains(difference))?.name ?? null;
