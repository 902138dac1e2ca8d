// What a loop goes over: the items of a list, or the whole numbers or days of a range, in either direction.
import type { Decimal } from 'decimal.js';
import { maxListLength } from '../limits.ts';
import { attempt } from '../temporal/parse-calendar.ts';
import { FeelStopped, spend } from '../value/budget.ts';
import type { Feel, FeelDate, FeelRange } from '../value/feel.ts';
import { isList, isObject } from '../value/kinds.ts';
import { doubleOf, isNumber } from '../value/number.ts';
import type { Run } from './run.ts';

/** Null when it is neither. */
export function domainOf(run: Run, value: Feel): readonly Feel[] | null {
  if (isList(value)) return value;
  return isObject(value) && value.kind === 'range' ? valuesOf(run, value) : null;
}

function valuesOf(run: Run, range: FeelRange): readonly Feel[] | null {
  const { start, end } = range;
  const all = isNumber(start) && isNumber(end) ? numbers(run, start, end) : datesOf(run, start, end);
  if (all === null) return null;
  const first = range.startIncluded ? 0 : 1;
  // The last step may miss the end, as in 0.5..2.
  const last = all.length - (range.endIncluded || !endsAt(all.at(-1), end) ? 0 : 1);
  return all.slice(first, last);
}

const endsAt = (value: Feel | undefined, end: Feel): boolean =>
  isNumber(value) && isNumber(end) ? value.eq(end) : true;

function room(run: Run, count: number): number {
  if (count > maxListLength) throw new FeelStopped(`A loop may count to ${maxListLength} at most.`);
  spend(run.budget, count);
  return count;
}

function numbers(run: Run, start: Decimal, end: Decimal): Feel[] {
  const distance = end.minus(start);
  const count = room(run, doubleOf(distance.abs().floor().plus(1)));
  const step = distance.isNegative() ? -1 : 1;
  return Array.from({ length: count }, (_, index) => start.plus(index * step));
}

const asDate = (value: Feel): FeelDate | null => (isObject(value) && value.kind === 'date' ? value : null);

function datesOf(run: Run, start: Feel, end: Feel): Feel[] | null {
  const [from, to] = [asDate(start), asDate(end)];
  if (from === null || to === null) return null;
  const distance = from.date.until(to.date, { largestUnit: 'day' }).days;
  const count = room(run, Math.abs(distance) + 1);
  const step = Math.sign(distance);
  const dates = attempt(() =>
    Array.from({ length: count }, (_, index) => from.date.add({ days: index * step })),
  );
  return dates?.map((date) => ({ kind: 'date', date })) ?? null;
}
