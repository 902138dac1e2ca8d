// When work that is begun at an instant is done: in exact hours and days, or in the working time of a calendar.
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../model/calendar.ts';
import type { Duration } from '../model/simulation.ts';
import { dayLength } from '../time/civil.ts';
import { makeLocalClock } from '../time/local-clock.ts';

const hour = 3_600_000;
/** A working day in local time: nine to five. */
const opens = 9 * hour;
const closes = 17 * hour;
const workday = closes - opens;

/** Milliseconds since 1970, whole ones. */
export type WorkClock = (from: number, amount: number, unit: Duration['unit']) => number;

export function makeWorkClock(calendar: Calendar): WorkClock {
  const { offsetAt, isWorked, addWorkingDays } = makeLocalClock(calendar);
  const offsetOf = (at: number): number =>
    offsetAt(at) ??
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).offsetNanoseconds /
      1_000_000;

  /** `local` is inside a working day. */
  const work = (local: number, amount: number): number => {
    const day = Math.floor(local / dayLength);
    const rest = amount - (day * dayLength + closes - local);
    if (rest <= 0) return local + amount;
    const days = Math.ceil(rest / workday);
    return addWorkingDays(day, days) * dayLength + opens + rest - (days - 1) * workday;
  };
  /** The first moment of work at or after a local time. */
  const begin = (local: number): number => {
    const day = Math.floor(local / dayLength);
    const time = local - day * dayLength;
    if (isWorked(day) && time < closes) return day * dayLength + Math.max(time, opens);
    return addWorkingDays(day, 1) * dayLength + opens;
  };

  return (from, amount, unit) => {
    if (unit !== 'working-days') return Math.round(from + amount * (unit === 'hours' ? hour : dayLength));
    const offset = offsetOf(from);
    const local = work(begin(from + offset), Math.round(amount * workday));
    return Math.round(local - offsetOf(local - offset));
  };
}
