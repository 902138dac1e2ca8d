// Calendar days of local dates, without any zone: a day after a day, and how many there are.
import { Temporal } from 'temporal-polyfill';
import type { LocalDate, Period } from '../model/time.ts';
import { daysBetween } from './instant.ts';

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Both ends included. */
export const daysIn = ({ start, end }: Period): number => daysBetween(start, end) + 1;
