// One evaluation of a program: its values, its budget and what it had to say.

import { maxWarnings } from '../limits.ts';
import type { Place } from '../syntax/node.ts';
import type { FeelBudget } from '../value/budget.ts';
import type { Feel } from '../value/feel.ts';

export interface FeelWarning {
  code: /** A name that nobody knows. */
    | 'no-name'
    /** An entry or property that is absent, or is asked of null. */
    | 'no-entry'
    /** A null or an empty list where a function wants a value; a division by zero. */
    | 'no-value'
    /** Values of kinds that have no order or equality. */
    | 'not-comparable'
    | 'types-do-not-fit'
    | 'bad-arguments'
    | 'no-function'
    /** A regular expression that is none, or costs too much. */
    | 'bad-pattern'
    /** The budget is spent; the value is null. */
    | 'stopped';
  message: string;
  /** Offsets into the text. */
  from: number;
  to: number;
}

export interface Run {
  readonly read: (name: string) => Feel | undefined;
  readonly input: Feel;
  /** Values of free names; undefined until they are asked for. */
  readonly globals: (Feel | undefined)[];
  slots: Feel[];
  readonly budget: FeelBudget;
  readonly warnings: FeelWarning[];
  /** The call that a function of FEEL works for. */
  at: Place;
}

/** For what reads no names. */
export const emptyRun = (budget: FeelBudget): Run => ({
  read: () => undefined,
  input: null,
  globals: [],
  slots: [],
  budget,
  warnings: [],
  at: { from: 0, to: 0 },
});

export type Closure = (run: Run) => Feel;

/** Gives null, so that it can be returned. What comes of a spent budget is no news: its end is told once. */
export function warn(run: Run, { from, to }: Place, code: FeelWarning['code'], message: string): null {
  if (run.budget.steps >= 0 && run.warnings.length < maxWarnings)
    run.warnings.push({ code, message, from, to });
  return null;
}

/** A function of FEEL that gets what it cannot use. */
export const refuse = (run: Run, message: string): null => warn(run, run.at, 'bad-arguments', message);

export const noValue = (run: Run, message: string): null => warn(run, run.at, 'no-value', message);
