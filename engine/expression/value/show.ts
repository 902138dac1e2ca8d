// Values as text, as string() writes them (DMN 10.3.4.1): text inside of others is quoted.
import { grouped } from '../../model/grouped.ts';
import { maxTextLength, maxValueDepth } from '../limits.ts';
import { type FeelBudget, FeelStopped, spend, spendFor } from './budget.ts';
import { entriesOf, type FeelContext } from './context.ts';
import type { Feel, FeelObject, FeelRange } from './feel.ts';
import { isoText } from './iso.ts';
import { isList } from './kinds.ts';
import { isNumber } from './number.ts';

export function show(value: Feel, budget: FeelBudget): string {
  return typeof value === 'string' ? value : showWithin(value, budget, 0);
}

/** Text that an expression makes has a bounded length. */
export function boundedText(text: string, budget: FeelBudget): string {
  spendFor(budget, text.length, 32);
  if (text.length > maxTextLength) {
    throw new FeelStopped(`A text may have at most ${grouped(maxTextLength)} characters.`);
  }
  return text;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

function showWithin(value: Feel, budget: FeelBudget, depth: number): string {
  spend(budget, 1);
  if (depth > maxValueDepth) throw new FeelStopped('Values are nested too deep to be written as text.');
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return boundedText(value.toString(), budget);
  if (!isList(value)) return boundedText(showObject(value, budget, depth), budget);
  return boundedText(`[${value.map((item) => showWithin(item, budget, depth + 1)).join(', ')}]`, budget);
}

function showObject(value: FeelObject, budget: FeelBudget, depth: number): string {
  switch (value.kind) {
    case 'context':
      return showContext(value, budget, depth);
    case 'range':
      return showRange(value, budget, depth);
    case 'function':
      return `function(${value.parameters.join(', ')})`;
    default:
      return isoText(value);
  }
}

function showContext(context: FeelContext, budget: FeelBudget, depth: number): string {
  const entries = entriesOf(context).map(([key, value]) => {
    const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : quoted(key);
    return `${name}: ${showWithin(value, budget, depth + 1)}`;
  });
  return `{${entries.join(', ')}}`;
}

function showRange(range: FeelRange, budget: FeelBudget, depth: number): string {
  const [start, end] = [range.start, range.end].map((value) =>
    value === null ? '' : showWithin(value, budget, depth + 1),
  );
  return `${range.startIncluded ? '[' : '('}${start}..${end}${range.endIncluded ? ']' : ')'}`;
}
