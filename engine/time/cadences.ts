// The parts of a fiscal year that launches cover: a month, a quarter, half a year, the year itself.
import type { Cadence, LocalDate, Period } from '../model/time.ts';
import { addDays } from './days.ts';

export const monthsOf: Record<Cadence, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** `month` counts on from that of the year 0, which is a January. */
const firstOf = (month: number): LocalDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

interface Wanted {
  cadence?: Cadence | undefined;
  /** So many periods after the one of the day. */
  later?: number;
  /** The month in which the fiscal year starts, 1 is January. */
  fiscalYearStart?: number | undefined;
}

/** The part of the fiscal year in which the day lies. Without a cadence: the whole year; without its start: that of the calendar. */
export function periodAround(
  day: LocalDate,
  { cadence = 'year', later = 0, fiscalYearStart = 1 }: Wanted = {},
): Period {
  const months = monthsOf[cadence];
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  // Of the months of a fiscal year all parts of it begin at a multiple of their length.
  const into = (month - (fiscalYearStart - 1)) % months;
  const first = month - into + later * months;
  return { start: firstOf(first), end: addDays(firstOf(first + months), -1) };
}
