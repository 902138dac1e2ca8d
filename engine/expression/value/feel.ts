// The values of FEEL (DMN 10.3.2): what an expression reads and gives. All are immutable, and none can
// be made by JSON that somebody sends: a JSON object is always a context.
import type { Decimal } from 'decimal.js';
import type { Temporal } from 'temporal-polyfill';
import type { FeelBudget } from './budget.ts';
import type { FeelContext } from './context.ts';

export type FeelZone = { kind: 'offset'; seconds: number } | { kind: 'named'; id: string };

export interface FeelDate {
  readonly kind: 'date';
  readonly date: Temporal.PlainDate;
}

export interface FeelTime {
  readonly kind: 'time';
  readonly time: Temporal.PlainTime;
  readonly zone: FeelZone | null;
}

export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly local: Temporal.PlainDateTime;
  readonly zone: FeelZone | null;
}

export interface FeelDaysDuration {
  readonly kind: 'days and time duration';
  readonly seconds: Decimal;
}

export interface FeelMonthsDuration {
  readonly kind: 'years and months duration';
  readonly months: number;
}

/** A null end is no end: `> 5` is the range (5..null). */
export interface FeelRange {
  readonly kind: 'range';
  readonly start: Feel;
  readonly end: Feel;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}

/** Such as a business knowledge model. `parameters` are the names for an invocation by name. */
export interface FeelFunction {
  readonly kind: 'function';
  readonly parameters: readonly string[];
  /** The budget is that of the expression that invokes: hand it on to the program of the body. */
  readonly invoke: (args: readonly Feel[], budget: FeelBudget) => Feel;
}

export type FeelObject =
  | FeelDate
  | FeelTime
  | FeelDateTime
  | FeelDaysDuration
  | FeelMonthsDuration
  | FeelRange
  | FeelFunction
  | FeelContext;

export type Feel = null | boolean | string | Decimal | FeelObject | readonly Feel[];
