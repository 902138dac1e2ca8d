// How calendars are told in a line.
import { dateText, listText } from '../../language/index.ts';

/** Monday first; the fifth of January 2026 is one. */
export const weekdayNames = (weekday: 'short' | 'long'): string[] =>
  [5, 6, 7, 8, 9, 10, 11].map((day) =>
    dateText(new Date(Date.UTC(2026, 0, day)), { weekday, timeZone: 'UTC' }),
  );

/** Days in a row as from–to, others one by one. */
export function weekText(days: readonly number[]): string {
  const names = weekdayNames('short');
  const nameOf = (day: number | undefined): string => names[(day ?? 1) - 1] ?? '';
  const inRow = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
  return inRow ? `${nameOf(days[0])}–${nameOf(days.at(-1))}` : listText(days.map(nameOf));
}
