// Spans and dates that are a day later and a day earlier.
import { dateOfDay, dayOfDate } from '../../time/civil.ts';
import { readSpan } from '../../time/span.ts';

const parts = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(T.+)?$/;

interface Parts {
  sign: string;
  years: number;
  months: number;
  days: number;
  time: string;
}

function written({ sign, years, months, days, time }: Parts): string {
  const date = [years > 0 ? `${years}Y` : '', months > 0 ? `${months}M` : '', days > 0 ? `${days}D` : ''];
  const text = `${date.join('')}${time}`;
  return `${sign}P${text === '' ? '0D' : text}`;
}

/** A month is given up for 27 days: no month is so short that it would be the same again. */
function longer(span: Parts): Parts {
  return { ...span, days: span.days + 1 };
}

function shorter(span: Parts): Parts | null {
  if (span.days > 0) return { ...span, days: span.days - 1 };
  if (span.months > 0) return { ...span, months: span.months - 1, days: 27 };
  if (span.years > 0) return { ...span, years: span.years - 1, days: 364 };
  return fewerHours(span);
}

function fewerHours(span: Parts): Parts | null {
  const [hours, number] = /^T(\d+)H/.exec(span.time) ?? [];
  if (hours === undefined || Number(number) < 24) return null;
  return { ...span, time: `T${Number(number) - 24}H${span.time.slice(hours.length)}` };
}

/** A day more and a day less, in so far as there is less; nothing for text that is no span. */
export function offByADay(text: string): string[] {
  const span = readSpan(text);
  if (span === null) return [];
  if (span.kind === 'workingDays') return [`${span.count + 1}bd`, `${span.count - 1}bd`];
  const found = parts.exec(span.text);
  if (!found) return [];
  const [, sign = '', years = '0', months = '0', weeks = '0', days = '0', time = ''] = found;
  const given: Parts = {
    sign,
    years: Number(years),
    months: Number(months),
    days: Number(weeks) * 7 + Number(days),
    time,
  };
  return [longer(given), shorter(given)].flatMap((one) => (one ? [written(one)] : []));
}

function nextDays(date: string): string[] {
  const day = dayOfDate(date);
  return dateOfDay(day) === date ? [dateOfDay(day + 1), dateOfDay(day - 1)] : [];
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
/** FEEL has no duration of months and days: a day is added to what the months lead to. */
const monthsPattern = /^[+-]?P(\d+Y)?(\d+M)?$/;
const literal = /(?:(?:duration|date)\(\s*"([^"]+)"\s*\)|@"([^"]+)")/g;

function otherLiterals(whole: string, text: string): string[] {
  if (monthsPattern.test(text)) return [`${whole} + duration("P1D")`, `${whole} - duration("P1D")`];
  const others = datePattern.test(text) ? nextDays(text) : offByADay(text);
  return others.map((other) => whole.replace(text, other));
}

/** The same for each duration and each date that an expression writes out. */
export function offByADayIn(expression: string): string[] {
  return [...expression.matchAll(literal)].flatMap(({ 0: whole, 1: given, 2: short = '', index }) =>
    otherLiterals(whole, given ?? short).map(
      (other) => `${expression.slice(0, index)}${other}${expression.slice(index + whole.length)}`,
    ),
  );
}
