// A due instant when other days are worked than when it was given: what is left of it is as many working days as before.
// What is past stays past, so that a holiday that was forgotten last week moves nothing.
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/time.ts';
import { formatInstant, localDateOf } from './instant.ts';
import { readSpan } from './span.ts';
import { addWorkingDays, workingDaysBetween, workingDaysIn } from './working-days.ts';

export interface Recount {
  /** The calendar by which it was given, and the one that holds now. */
  from: Calendar;
  to: Calendar;
  at: Instant;
}

export const countsWorkingDays = (span: string): boolean => readSpan(span)?.kind === 'workingDays';

/** What is due stays due; what would have been due already is due at once. */
export function recounted(dueAt: Instant, { from, to, at }: Recount): Instant {
  if (dueAt <= at) return dueAt;
  const [today, day] = [localDateOf(at, from.zone), localDateOf(dueAt, from.zone)];
  const left = workingDaysBetween(today, day, from);
  const dayAlone = { start: day, end: day };
  const isSame =
    from.zone === to.zone &&
    left === workingDaysBetween(today, day, to) &&
    workingDaysIn(dayAlone, from) === workingDaysIn(dayAlone, to);
  if (isSame) return dueAt;
  const newDay = addWorkingDays(Temporal.PlainDate.from(localDateOf(at, to.zone)), left, to);
  const plainTime = Temporal.Instant.from(dueAt).toZonedDateTimeISO(from.zone).toPlainTime();
  const moved = formatInstant(newDay.toZonedDateTime({ timeZone: to.zone, plainTime }).toInstant());
  return moved < at ? at : moved;
}
