// Instants and local dates as text, and what a zone makes of them.
// Every instant written here is YYYY-MM-DDTHH:mm:ss.sssZ, so that the order of the texts is the order in time.
import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '../model/time.ts';

const firstInstant = Temporal.Instant.from('0000-01-01T00:00:00Z');
const lastInstant = Temporal.Instant.from('9999-12-31T23:59:59.999Z');

/** Throws a RangeError outside the years 0 to 9999, where texts would no longer be in order. */
export function formatInstant(instant: Temporal.Instant): Instant {
  const early = Temporal.Instant.compare(instant, firstInstant) < 0;
  if (early || Temporal.Instant.compare(instant, lastInstant) > 0) {
    throw new RangeError('The instant lies outside the years 0 to 9999. Use a shorter span.');
  }
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** Any ISO 8601 instant, with any offset and precision, in the one form that sorts as text. */
export const canonicalInstant = (text: string): Instant => formatInstant(Temporal.Instant.from(text));

export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

export const localDateOf = (at: Instant, zone: string): LocalDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();

export const startOfDay = (date: LocalDate, zone: string): Instant =>
  formatInstant(Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant());

/** The instant at which the wall clock shows the full hour of the day there. */
export const atHour = (date: LocalDate, hour: number, zone: string): Instant =>
  formatInstant(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant(),
  );

/** Days from `a` to `b`; negative when `b` is earlier. */
const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_IN_ERA = 146_097;

/** Days since 0000-03-01 of the Gregorian calendar; years begin in March, so that the leap day comes last. */
function dayNumber(date: LocalDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_IN_ERA + yearOfEra * 365 + leapDays + dayOfYear;
}

/**
 * Days from `a` to `b`; negative when `b` is earlier. A roll-up asks this tens of thousands of times, so days of four-digit
 * years are counted without making dates of them.
 */
export const daysBetween = (a: LocalDate, b: LocalDate): number =>
  PLAIN_DATE.test(a) && PLAIN_DATE.test(b)
    ? dayNumber(b) - dayNumber(a)
    : Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'day' }).days;

/** From `a` to `b`; negative when `b` is earlier. */
export const millisecondsBetween = (a: Instant, b: Instant): number =>
  Temporal.Instant.from(b).epochMilliseconds - Temporal.Instant.from(a).epochMilliseconds;

export const addMilliseconds = (at: Instant, milliseconds: number): Instant =>
  formatInstant(Temporal.Instant.from(at).add({ milliseconds }));
