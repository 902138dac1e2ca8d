// A calendar's clock, kept ready: offsets of its zone by day, and which days are worked. It gives what the
// calendar library gives, or null where only the library should answer: on a day whose offset changes.
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../model/calendar.ts';
import { dayLength, dayOfDate, weekdayOf } from './civil.ts';

export interface LocalClock {
  /** Milliseconds to add to UTC for local time; null on a day in UTC on which it changes. */
  offsetAt(milliseconds: number): number | null;
  /** The instant of a local time near `offset`; null where a clock change is near. */
  fromLocal(local: number, offset: number): number | null;
  isWorked(localDay: number): boolean;
  /** As addWorkingDays counts them. */
  addWorkingDays(localDay: number, count: number): number;
}

/** The days on which a zone changes its clock are few, so all others are told by one look-up. */
function offsetOfDay(day: number, zone: string): number | null {
  const start = Temporal.Instant.fromEpochMilliseconds(day * dayLength).toZonedDateTimeISO(zone);
  const change = start.getTimeZoneTransition('next');
  if (change && change.epochMilliseconds <= (day + 1) * dayLength) return null;
  return start.offsetNanoseconds / 1_000_000;
}

function makeOffsets(zone: string): (milliseconds: number) => number | null {
  if (zone === 'UTC') return () => 0;
  const known = new Map<number, number | null>();
  return (milliseconds) => {
    const day = Math.floor(milliseconds / dayLength);
    const offset = known.get(day);
    if (offset !== undefined) return offset;
    const found = offsetOfDay(day, zone);
    known.set(day, found);
    return found;
  };
}

export function makeLocalClock(calendar: Calendar): LocalClock {
  const offsetAt = makeOffsets(calendar.zone);
  const weekdays = Array.from({ length: 8 }, (_, weekday) => calendar.workingWeekdays.includes(weekday));
  const holidays = new Set(calendar.holidays.map(dayOfDate));
  const perWeek = weekdays.filter((isWorking) => isWorking).length;
  const isWorked = (day: number): boolean =>
    weekdays[weekdayOf(day)] === true && (holidays.size === 0 || !holidays.has(day));
  const isFree = (from: number, to: number): boolean => {
    for (const holiday of holidays) if (from <= holiday && holiday <= to) return false;
    return true;
  };
  /** Whole weeks without a holiday in which the count does not end; 0 when there is a holiday. */
  const weeksIn = (day: number, step: number, count: number): number => {
    const weeks = perWeek === 0 ? 0 : Math.max(0, Math.floor((count - 1) / perWeek));
    const end = day + step * 7 * weeks;
    return weeks === 0 || isFree(Math.min(day, end), Math.max(day, end)) ? weeks : 0;
  };
  return {
    offsetAt,
    isWorked,
    fromLocal(local, offset) {
      const guess = offsetAt(local - offset);
      if (guess === null) return null;
      const milliseconds = local - guess;
      return offsetAt(milliseconds) === guess ? milliseconds : null;
    },
    addWorkingDays(localDay, count) {
      const step = count < 0 ? -1 : 1;
      const weeks = weeksIn(localDay, step, Math.abs(count));
      let day = localDay + step * 7 * weeks;
      for (let left = Math.abs(count) - weeks * perWeek; left > 0; ) {
        day += step;
        if (isWorked(day)) left -= 1;
      }
      while (!isWorked(day)) day += step;
      return day;
    },
  };
}
