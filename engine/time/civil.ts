// Instants and dates as whole numbers: milliseconds and days since 1970-01-01, in the proleptic Gregorian calendar.
// The engine has no Date; where time is reckoned often, numbers cost a hundredth of what a calendar library does.
import type { Instant, LocalDate } from '../model/time.ts';

export const dayLength = 86_400_000;

const padded = (value: number, length: number): string => String(value).padStart(length, '0');
const two = Array.from({ length: 100 }, (_, value) => padded(value, 2));
const three = Array.from({ length: 1_000 }, (_, value) => padded(value, 3));

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

/** Weeks since that of 1970-01-01, each from Monday to Sunday. */
export const weekOfDay = (days: number): number => Math.floor((days + 3) / 7);

/** Such as 2026-W03: a week belongs to the year in which its Thursday lies. */
export function isoWeek(week: number): string {
  const thursday = week * 7;
  const { year } = civilDate(thursday);
  const number = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  return `${padded(year, 4)}-W${two[number]}`;
}

const zero = 48;
const digit = (text: string, at: number): number => text.charCodeAt(at) - zero;
const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

export const dayOfDate = (date: LocalDate): number =>
  dayNumber(twoDigits(date, 0) * 100 + twoDigits(date, 2), twoDigits(date, 5), twoDigits(date, 8));

/** Only for the one form that the engine writes: 2026-01-05T09:00:00.000Z. */
export const millisecondsOf = (at: Instant): number =>
  dayOfDate(at) * dayLength +
  ((twoDigits(at, 11) * 60 + twoDigits(at, 14)) * 60 + twoDigits(at, 17)) * 1_000 +
  twoDigits(at, 20) * 10 +
  digit(at, 22);

export function dateOfDay(days: number): LocalDate {
  const { year, month, day } = civilDate(days);
  return `${padded(year, 4)}-${two[month]}-${two[day]}`;
}

/** Years 0 to 9999. */
export const instantOfMilliseconds = (milliseconds: number): Instant =>
  instantOn(dateOfDay(Math.floor(milliseconds / dayLength)), milliseconds);

function instantOn(date: LocalDate, milliseconds: number): Instant {
  const rest = milliseconds - Math.floor(milliseconds / dayLength) * dayLength;
  const seconds = Math.floor(rest / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const time = `${two[hours]}:${two[minutes - hours * 60]}:${two[seconds - minutes * 60]}`;
  return `${date}T${time}.${three[rest - seconds * 1_000]}Z`;
}

/** Days kept by a writer: some decades. */
const mostDates = 20_000;

/** The date in UTC of an instant, for those who write many: it keeps the dates that it has written. */
export function makeDateWriter(): (milliseconds: number) => LocalDate {
  const dates = new Map<number, LocalDate>();
  return (milliseconds) => {
    const day = Math.floor(milliseconds / dayLength);
    const known = dates.get(day);
    if (known !== undefined) return known;
    if (dates.size >= mostDates) dates.clear();
    const date = dateOfDay(day);
    dates.set(day, date);
    return date;
  };
}

/** instantOfMilliseconds for those who write many. */
export function makeInstantWriter(): (milliseconds: number) => Instant {
  const dateAt = makeDateWriter();
  return (milliseconds) => instantOn(dateAt(milliseconds), milliseconds);
}
