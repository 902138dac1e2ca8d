// Counting in the working days of a calendar: its working weekdays without its holidays.
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../model/calendar.ts';
import type { LocalDate, Period } from '../model/time.ts';
import { addDays } from './days.ts';
import { daysBetween } from './instant.ts';

const noWeekday = () =>
  new RangeError('The calendar has no working weekday, so working days cannot be counted.');

type IsWorked = (date: Temporal.PlainDate) => boolean;

function workedIn(calendar: Calendar): IsWorked {
  if (calendar.workingWeekdays.length === 0) throw noWeekday();
  const weekdays = new Set(calendar.workingWeekdays);
  const holidays = new Set(calendar.holidays);
  return (date) => weekdays.has(date.dayOfWeek) && !holidays.has(date.toString());
}

/** From a day off, 0 moves to the next working day, and so do +1 and -1 to the nearest on their side. */
export function addWorkingDays(
  date: Temporal.PlainDate,
  count: number,
  calendar: Calendar,
): Temporal.PlainDate {
  const isWorked = workedIn(calendar);
  const step = { days: count < 0 ? -1 : 1 };
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add(step);
    if (isWorked(day)) left -= 1;
  }
  while (!isWorked(day)) day = day.add(step);
  return day;
}

/** Working days after `a` up to and with `b`; negative when `b` is earlier: how late `b` is against `a`. */
export function workingDaysBetween(a: LocalDate, b: LocalDate, calendar: Calendar): number {
  if (b < a) return -workingDaysBetween(b, a, calendar) || 0;
  const weekdays = new Set(calendar.workingWeekdays);
  if (weekdays.size === 0) throw noWeekday();
  // Whole weeks are counted and not walked: the years between two dates may be many.
  const days = daysBetween(a, b);
  const weeks = Math.floor(days / 7);
  const first = Temporal.PlainDate.from(a).dayOfWeek;
  const rest = Array.from({ length: days % 7 }, (_, index) => ((first + index) % 7) + 1);
  const free = new Set(calendar.holidays.filter((day) => a < day && day <= b)).values();
  const holidays = [...free].filter((day) => weekdays.has(Temporal.PlainDate.from(day).dayOfWeek));
  return weeks * weekdays.size + rest.filter((weekday) => weekdays.has(weekday)).length - holidays.length;
}

/** Working days of a period, both ends included. */
export const workingDaysIn = ({ start, end }: Period, calendar: Calendar): number =>
  workingDaysBetween(addDays(start, -1), end, calendar);
