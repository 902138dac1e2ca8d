// An instant moved by a span, as a person with a wall clock and a calendar would move it:
// days, months and working days keep the local time of day, hours and minutes are exact.
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/time.ts';
import { formatInstant } from './instant.ts';
import { readSpan } from './span.ts';
import { addWorkingDays } from './working-days.ts';

/** Throws a RangeError for text that is no span. A local time that a clock change skips moves forward by the gap. */
export function addSpan(at: Instant, span: string, calendar: Calendar): Instant {
  const read = readSpan(span);
  if (read === null) {
    throw new RangeError(
      `"${span}" is not a span. Use a duration such as P10D or PT4H, or 10bd for working days.`,
    );
  }
  const start = Temporal.Instant.from(at).toZonedDateTimeISO(calendar.zone);
  if (read.kind === 'iso') return formatInstant(start.add(Temporal.Duration.from(read.text)).toInstant());

  const day = addWorkingDays(start.toPlainDate(), read.count, calendar);
  const moved = day.toZonedDateTime({ timeZone: calendar.zone, plainTime: start.toPlainTime() });
  return formatInstant(moved.toInstant());
}
