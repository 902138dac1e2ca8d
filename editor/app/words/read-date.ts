// A day as people write it, read strictly: what is no day of the calendar is null, and nothing is guessed.
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG = [
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

const monthOf = (word: string): number => {
  const name = word.toLowerCase().replace(/\.$/, '');
  return MONTHS.indexOf(name) + 1 || LONG.indexOf(name) + 1 || (name === 'sept' ? 9 : 0);
};

function toDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same && year >= 1000 ? at.toISOString().slice(0, 10) : null;
}

/** 2026-11-26, 26 Nov 2026, 26 November 2026, Nov 26, 2026, 26.11.2026 and 26/11/2026: the day before the month. */
export function readDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(trimmed);
  if (numbers) return toDay(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const dayFirst = /^(\d{1,2})\s+([a-z]+\.?),?\s+(\d{4})$/i.exec(trimmed);
  if (dayFirst) return toDay(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^([a-z]+\.?)\s+(\d{1,2}),?\s+(\d{4})$/i.exec(trimmed);
  if (monthFirst) return toDay(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}
