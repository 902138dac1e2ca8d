// What the functions over lists share: bounded growth, membership, numbers.

import type { Decimal } from 'decimal.js';
import { grouped } from '../../model/grouped.ts';
import { type Run, refuse } from '../compile/run.ts';
import { maxListLength } from '../limits.ts';
import { FeelStopped, spend, spendFor } from '../value/budget.ts';
import { equals } from '../value/compare.ts';
import type { Feel } from '../value/feel.ts';
import { isList } from '../value/kinds.ts';
import { isNumber, smallWhole } from '../value/number.ts';

/** Before a list of this length is made. */
export function makeRoom(run: Run, length: number): void {
  if (length > maxListLength)
    throw new FeelStopped(`A list may have at most ${grouped(maxListLength)} items.`);
  spendFor(run.budget, length, 4);
}

export function concat(run: Run, lists: readonly (readonly Feel[])[]): readonly Feel[] {
  makeRoom(
    run,
    lists.reduce((sum, list) => sum + list.length, 0),
  );
  return lists.flat(1);
}

/** Null is a member when it is looked for; kinds that differ are not equal. */
export function sameItem(run: Run, a: Feel, b: Feel): boolean {
  spend(run.budget, 1);
  if (isList(a) !== isList(b)) return false;
  return equals(a, b, run.budget) === true;
}

/** A key that only equal values share; undefined for those that must be compared one by one. */
function keyOf(value: Feel): string | undefined {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `"${value}`;
  return isNumber(value) ? value.toString() : undefined;
}

/** Each value once, in the order of their first appearance. */
export function distinct(run: Run, items: readonly Feel[]): readonly Feel[] {
  const seen = new Set<string>();
  const others: Feel[] = [];
  spend(run.budget, items.length);
  return items.filter((item) => {
    const key = keyOf(item);
    if (key !== undefined) {
      const fresh = !seen.has(key);
      seen.add(key);
      return fresh;
    }
    const fresh = !others.some((other) => sameItem(run, other, item));
    if (fresh) others.push(item);
    return fresh;
  });
}

/** Null after a warning. */
export function numbersIn(run: Run, items: readonly Feel[]): readonly Decimal[] | null {
  spend(run.budget, items.length);
  const numbers: Decimal[] = [];
  for (const item of items) {
    if (!isNumber(item)) return refuse(run, 'The list may hold numbers only.');
    numbers.push(item);
  }
  return numbers;
}

/** An index from 0 for a position that counts from 1, or from -1 at the end; null when there is none. */
export function indexOf(position: Decimal, length: number): number | null {
  const whole = smallWhole(position);
  if (whole === undefined || whole === 0 || Math.abs(whole) > length) return null;
  return whole < 0 ? length + whole : whole - 1;
}
