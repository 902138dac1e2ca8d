// A day as people write it, read strictly: what is no day of the calendar is null, and nothing is guessed.
// English and German names of months are both read, whichever is spoken.
const months: readonly RegExp[] = [
  /^jan(uary|uar)?$/,
  /^feb(ruary|ruar)?$/,
  /^(mar(ch)?|märz?)$/,
  /^apr(il)?$/,
  /^(may|mai)$/,
  /^jun[ei]?$/,
  /^jul[yi]?$/,
  /^aug(ust)?$/,
  /^sept?(ember)?$/,
  /^o[ck]t(ober)?$/,
  /^nov(ember)?$/,
  /^de[cz](ember)?$/,
];

const monthOf = (word: string): number => {
  const name = word.toLowerCase().replace(/\.$/, '');
  return months.findIndex((pattern) => pattern.test(name)) + 1;
};

function toDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same && year >= 1000 ? at.toISOString().slice(0, 10) : null;
}

/** 2026-11-26, 26 Nov 2026, 26. Nov. 2026, 26 November 2026, Nov 26, 2026, 26.11.2026 and 26/11/2026: the day before the month. */
export function readDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(trimmed);
  if (numbers) return toDay(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const dayFirst = /^(\d{1,2})\.?\s+(\p{L}+\.?),?\s+(\d{4})$/u.exec(trimmed);
  if (dayFirst) return toDay(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^(\p{L}+\.?)\s+(\d{1,2}),?\s+(\d{4})$/u.exec(trimmed);
  if (monthFirst) return toDay(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}
