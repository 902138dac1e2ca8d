// The days that a text names: "on 12 May", "May 12th, 2025", "2026-05-12". Without a year the nearest one is meant.
import { addDays } from '../time/days.ts';
import { daysBetween } from '../time/instant.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const month = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?\\.?`).join('|');
/** "It may 4 times be so" names no day. */
const capital = month.replaceAll(/(?<=^|\|)\w/g, (letter) => letter.toUpperCase());
const DAY_FIRST = new RegExp(
  `(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})(?:,? (\\d{4}))?(?![\\p{L}])`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}])(${capital}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\d\\p{L}])`,
  'gu',
);
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;

interface Named {
  year: string | undefined;
  month: number;
  day: number;
}

const monthOf = (name: string): number =>
  months.findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase())) + 1;

function namedIn(text: string): Named[] {
  const dayFirst = [...text.matchAll(DAY_FIRST)].map(([, day = '', name = '', year]) => ({
    year,
    month: monthOf(name),
    day: Number(day),
  }));
  const monthFirst = [...text.matchAll(MONTH_FIRST)].map(([, name = '', day = '', year]) => ({
    year,
    month: monthOf(name),
    day: Number(day),
  }));
  const plain = [...text.matchAll(ISO)].map(([, year, second = '', day = '']) => ({
    year,
    month: Number(second),
    day: Number(day),
  }));
  return [...dayFirst, ...monthFirst, ...plain];
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Null for what is no day of the calendar. */
function dayOf(year: number, { month: inYear, day }: Named): string | null {
  const text = `${year}-${twoDigits(inYear)}-${twoDigits(day)}`;
  const isThere = inYear >= 1 && inYear <= 12 && day >= 1 && day <= 31;
  return isThere && addDays(`${year}-${twoDigits(inYear)}-01`, day - 1) === text ? text : null;
}

function nearest(named: Named, today: string): string | null {
  const now = Number(today.slice(0, 4));
  const years = named.year === undefined ? [now - 1, now, now + 1] : [Number(named.year)];
  const days = years.map((year) => dayOf(year, named)).filter((day) => day !== null);
  days.sort((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)));
  return days[0] ?? null;
}

/** Those up to today: what is asked for by a day to come happened on none. */
export const daysNamed = (text: string, today: string): string[] =>
  namedIn(text)
    .map((named) => nearest(named, today))
    .filter((day) => day !== null)
    .filter((day) => day <= today);
