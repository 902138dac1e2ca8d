// Whether a range holds a value (DMN 10.3.2.7). A range whose end is before its start holds nothing.
import type { FeelBudget } from './budget.ts';
import { compare } from './compare.ts';
import type { Feel, FeelRange } from './feel.ts';

type Bounds = Pick<FeelRange, 'startIncluded' | 'endIncluded'>;

export const makeRange = (start: Feel, end: Feel, { startIncluded, endIncluded }: Bounds): FeelRange => ({
  kind: 'range',
  start,
  end,
  startIncluded: startIncluded && start !== null,
  endIncluded: endIncluded && end !== null,
});

function within(order: number | null, included: boolean): boolean | null {
  if (order === null) return null;
  return included ? order >= 0 : order > 0;
}

/** Null when the value cannot be compared with the ends. */
export function includesValue(range: FeelRange, value: Feel, budget: FeelBudget): boolean | null {
  if (value === null || (range.start === null && range.end === null)) return null;
  const afterStart = range.start === null || within(compare(value, range.start, budget), range.startIncluded);
  const beforeEnd = range.end === null || within(compare(range.end, value, budget), range.endIncluded);
  if (afterStart === false || beforeEnd === false) return false;
  return afterStart === null || beforeEnd === null ? null : true;
}
