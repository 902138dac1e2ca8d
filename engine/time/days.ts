// Calendar days of local dates, without any zone: a day after a day, and how many there are.
import { Temporal } from 'temporal-polyfill';
import type { LocalDate, Period } from '../model/time.ts';
import { daysBetween } from './instant.ts';

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Counted from the first day, so that months of unequal length do not drift. */
export function addSpans(date: LocalDate, span: string, count: number): LocalDate {
  const { years, months, weeks, days } = Temporal.Duration.from(span);
  const times = { years: years * count, months: months * count, weeks: weeks * count, days: days * count };
  return Temporal.PlainDate.from(date).add(times).toString();
}

/** Both ends included. */
export const daysIn = ({ start, end }: Period): number => daysBetween(start, end) + 1;
