// Text to dates, times and durations, as DMN 10.3.4.1 reads them: the lexical forms of XML Schema, with
// `@Zone` for a named zone. Null when the text is none, or names a day that the calendar cannot reach.
import { Temporal } from 'temporal-polyfill';
import type {
  Feel,
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelTime,
} from '../value/feel.ts';
import { numberOf } from '../value/number.ts';
import { parseZone } from './zones.ts';

const dateText = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d{2})-(\d{2})$/;
const timeText = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(.*)$/;

/** Calls that Temporal refuses give nothing. */
export function attempt<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch {
    return null;
  }
}

export const plainDate = (year: number, month: number, day: number): Temporal.PlainDate | null =>
  attempt(() => new Temporal.PlainDate(year, month, day));

function parsePlainDate(text: string): Temporal.PlainDate | null {
  const [, sign, year, month, day] = dateText.exec(text) ?? [];
  if (year === undefined) return null;
  return plainDate(sign === '-' ? -Number(year) : Number(year), Number(month), Number(day));
}

/** `fraction` is the digits behind the second; what is finer than a nanosecond is dropped. */
export function plainTime(
  [hour, minute, second]: readonly [number, number, number],
  fraction = '',
): Temporal.PlainTime | null {
  const digits = fraction.padEnd(9, '0');
  const [milli, micro, nano] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9)].map(Number);
  return attempt(() => new Temporal.PlainTime(hour, minute, second, milli, micro, nano));
}

export function parseDate(text: string): FeelDate | null {
  const date = parsePlainDate(text);
  return date && { kind: 'date', date };
}

export function parseTime(text: string): FeelTime | null {
  const [, hour, minute, second, fraction, rest = ''] = timeText.exec(text) ?? [];
  if (hour === undefined) return null;
  const zone = parseZone(rest);
  const time = plainTime([Number(hour), Number(minute), Number(second)], fraction);
  return time === null || zone === undefined ? null : { kind: 'time', time, zone };
}

/** A date alone is its first instant. */
export function parseDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T');
  const date = parsePlainDate(at < 0 ? text : text.slice(0, at));
  const time = parseTime(at < 0 ? '00:00:00' : text.slice(at + 1));
  if (date === null || time === null) return null;
  const local = attempt(() => date.toPlainDateTime(time.time));
  return local && { kind: 'date and time', local, zone: time.zone };
}

const monthsText = /^(-?)P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/;
const daysText = /^(-?)P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const maxDurationText = 100;

export function parseDuration(text: string): FeelDaysDuration | FeelMonthsDuration | null {
  if (text.length > maxDurationText) return null;
  return parseMonths(text) ?? parseDays(text);
}

export const monthsDuration = (months: number): FeelMonthsDuration | null =>
  Number.isSafeInteger(months) ? { kind: 'years and months duration', months: months + 0 } : null;

function parseMonths(text: string): FeelMonthsDuration | null {
  const found = monthsText.exec(text);
  if (found === null) return null;
  const [, sign, years = '0', months = '0'] = found;
  const size = Number(years) * 12 + Number(months);
  return monthsDuration(sign === '-' ? -size : size);
}

function parseDays(text: string): FeelDaysDuration | null {
  const found = daysText.exec(text);
  if (found === null) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  const size = numberOf(days).times(24).plus(hours).times(60).plus(minutes).times(60).plus(seconds);
  return { kind: 'days and time duration', seconds: sign === '-' ? size.neg() : size };
}

/** What `@"..."` stands for (DMN 10.3.2.2). */
export function parseTemporal(text: string): Feel {
  if (/^-?P/.test(text)) return parseDuration(text);
  if (/^\d{2}:/.test(text)) return parseTime(text);
  return text.includes('T') ? parseDateTime(text) : parseDate(text);
}
