// Instants and dates as whole numbers: milliseconds and days since 1970-01-01, in the proleptic Gregorian calendar.
// The engine has no Date; where time is reckoned often, numbers cost a hundredth of what a calendar library does.
import type { Instant, LocalDate } from '../model/time.ts';

export const dayLength = 86_400_000;

/** Days since 1970-01-01 of a date that need not be normal: month 13 is January of the next year. */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1 - 2;
  const marchYear = Math.floor(months / 12);
  const sinceMarch = months - marchYear * 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * sinceMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

export function civilDate(days: number): CivilDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const sinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * sinceMarch + 2) / 5) + 1 };
}

export const daysInMonth = (year: number, month: number): number =>
  dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts; 1970-01-01 was a Thursday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
};

export const dayOfDate = (date: LocalDate): number =>
  dayNumber(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));

/** Only for the one form that the engine writes: 2026-01-05T09:00:00.000Z. */
export const millisecondsOf = (at: Instant): number =>
  dayOfDate(at) * dayLength +
  ((digits(at, 11, 13) * 60 + digits(at, 14, 16)) * 60 + digits(at, 17, 19)) * 1_000 +
  digits(at, 20, 23);

const two = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const padded = (value: number, length: number): string => String(value).padStart(length, '0');

export function dateOfDay(days: number): LocalDate {
  const { year, month, day } = civilDate(days);
  return `${padded(year, 4)}-${two[month]}-${two[day]}`;
}

/** Years 0 to 9999. */
export function instantOfMilliseconds(milliseconds: number): Instant {
  const days = Math.floor(milliseconds / dayLength);
  const rest = milliseconds - days * dayLength;
  const seconds = Math.floor(rest / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const time = `${two[hours]}:${two[minutes - hours * 60]}:${two[seconds - minutes * 60]}`;
  return `${dateOfDay(days)}T${time}.${padded(rest - seconds * 1_000, 3)}Z`;
}
