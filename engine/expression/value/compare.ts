// Which of two values is smaller, and whether they are equal (DMN 10.3.2.13).

import { Temporal } from 'temporal-polyfill';
import { maxValueDepth } from '../limits.ts';
import { compareDateTimes, compareTimes, startOf } from '../temporal/instants.ts';
import { type FeelBudget, FeelStopped, longText, spend, spendFor } from './budget.ts';
import { entriesOf, entryOf, type FeelContext, keysOf } from './context.ts';
import type { Feel, FeelObject, FeelRange } from './feel.ts';
import { isList, isObject } from './kinds.ts';
import { isNumber } from './number.ts';

/** Negative when `a` is smaller, null when the two have no order: other kinds, or zoned and local. */
export function compare(a: Feel, b: Feel, budget: FeelBudget): number | null {
  if (isNumber(a)) return isNumber(b) ? a.cmp(b) : null;
  if (typeof a === 'string') return typeof b === 'string' ? compareTexts(a, b, budget) : null;
  return isObject(a) && isObject(b) ? compareObjects(a, b) : null;
}

function compareTexts(a: string, b: string, budget: FeelBudget): number {
  if (sameText(a, b, budget)) return 0;
  return a < b ? -1 : 1;
}

/** Texts of another length differ at once; others may be alike to the end. */
export function sameText(a: string, b: string, budget: FeelBudget): boolean {
  if (a.length !== b.length) return false;
  if (a.length > longText) spendFor(budget, a.length, 256);
  return a === b;
}

function compareObjects(a: FeelObject, b: FeelObject): number | null {
  switch (a.kind) {
    case 'date':
      if (b.kind === 'date') return Temporal.PlainDate.compare(a.date, b.date);
      return b.kind === 'date and time' ? compareDateTimes(startOf(a), b) : null;
    case 'date and time':
      if (b.kind === 'date and time') return compareDateTimes(a, b);
      return b.kind === 'date' ? compareDateTimes(a, startOf(b)) : null;
    case 'time':
      return b.kind === 'time' ? compareTimes(a, b) : null;
    case 'days and time duration':
      return b.kind === 'days and time duration' ? a.seconds.cmp(b.seconds) : null;
    case 'years and months duration':
      return b.kind === 'years and months duration' ? Math.sign(a.months - b.months) : null;
    default:
      return null;
  }
}

/** Null when the kinds differ; a list of one is its item when it is compared with what is no list. */
export const equals = (a: Feel, b: Feel, budget: FeelBudget): boolean | null => equal(a, b, budget, 0);

const equal = (a: Feel, b: Feel, budget: FeelBudget, depth: number): boolean | null =>
  typeof a === 'string' && typeof b === 'string' ? sameText(a, b, budget) : equalValues(a, b, budget, depth);

function equalValues(a: Feel, b: Feel, budget: FeelBudget, depth: number): boolean | null {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isNumber(a) && isNumber(b)) return a.eq(b);
  if (typeof a !== 'object' && typeof b !== 'object') return typeof a === typeof b ? false : null;
  spend(budget, 1);
  if (depth > maxValueDepth) throw new FeelStopped('Values are nested too deep to be compared.');
  if (isList(a) || isList(b)) return equalLists(a, b, budget, depth);
  return isObject(a) && isObject(b) ? equalObjects(a, b, budget, depth) : null;
}

function equalLists(a: Feel, b: Feel, budget: FeelBudget, depth: number): boolean | null {
  if (isList(a) && isList(b)) {
    return (
      a.length === b.length && a.every((item, i) => equal(item, b[i] ?? null, budget, depth + 1) === true)
    );
  }
  const [list, other] = isList(a) ? [a, b] : [b, a];
  if (!isList(list) || list.length !== 1) return null;
  return equal(list[0] ?? null, other, budget, depth + 1);
}

function equalObjects(a: FeelObject, b: FeelObject, budget: FeelBudget, depth: number): boolean | null {
  if (a.kind === 'context') return b.kind === 'context' ? equalContexts(a, b, budget, depth) : null;
  if (a.kind === 'range') return b.kind === 'range' ? equalRanges(a, b, budget, depth) : null;
  if (a.kind === 'function') return b.kind === 'function' ? false : null;
  const order = compareObjects(a, b);
  if (order !== null) return order === 0;
  return a.kind === b.kind ? false : null;
}

function equalContexts(a: FeelContext, b: FeelContext, budget: FeelBudget, depth: number): boolean {
  if (keysOf(a).length !== keysOf(b).length) return false;
  return entriesOf(a).every(([key, value]) => {
    const other = entryOf(b, key);
    return other !== undefined && equal(value, other, budget, depth + 1) === true;
  });
}

const equalRanges = (a: FeelRange, b: FeelRange, budget: FeelBudget, depth: number): boolean =>
  a.startIncluded === b.startIncluded &&
  a.endIncluded === b.endIncluded &&
  equal(a.start, b.start, budget, depth + 1) === true &&
  equal(a.end, b.end, budget, depth + 1) === true;
