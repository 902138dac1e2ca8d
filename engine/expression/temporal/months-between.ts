// Whole months from one day to another (DMN 10.3.4.1, years and months duration).
import type { Temporal } from 'temporal-polyfill';
import type { FeelDate, FeelDateTime } from '../value/feel.ts';

const dayOf = (value: FeelDate | FeelDateTime): Temporal.PlainDate =>
  value.kind === 'date' ? value.date : value.local.toPlainDate();

/** Negative when `to` is earlier; a month that has not passed whole does not count. */
export const monthsBetween = (from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): number =>
  dayOf(from).until(dayOf(to), { largestUnit: 'month' }).months;
