// The parts of a calendar year that launches cover: a month, a quarter, half a year, the year itself.
import type { Cadence, LocalDate, Period } from '../model/time.ts';
import { addDays } from './days.ts';

export const monthsOf: Record<Cadence, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** `month` counts on from that of the year 0, which is a January. */
const firstOf = (month: number): LocalDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** The one in which the day lies, or so many after it. Without a cadence: a calendar year. */
export function periodAround(day: LocalDate, cadence: Cadence = 'year', later = 0): Period {
  const months = monthsOf[cadence];
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = month - (month % months) + later * months;
  return { start: firstOf(first), end: addDays(firstOf(first + months), -1) };
}
