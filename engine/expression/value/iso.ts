// Calendar values as text, as ISO 8601 and DMN 10.3.4.1 write them.
import type { Decimal } from 'decimal.js';
import type { Temporal } from 'temporal-polyfill';
import { unreachable } from '../../model/json.ts';
import type {
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelTime,
  FeelZone,
} from './feel.ts';

export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | FeelDaysDuration | FeelMonthsDuration;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? '' : `:${twoDigits(size % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 3600))}:${twoDigits(Math.floor(size / 60) % 60)}${rest}`;
}

function zoneText(zone: FeelZone | null): string {
  if (zone === null) return '';
  return zone.kind === 'offset' ? offsetText(zone.seconds) : `@${zone.id}`;
}

const part = (amount: string | number, letter: string): string =>
  Number(amount) === 0 ? '' : `${amount}${letter}`;

/** Beyond this, whole seconds are not exact in binary numbers. */
const maxExactExponent = 14;

/** The days, hours and minutes of whole seconds. */
function splitExactly(whole: Decimal): { days: string; hours: string; minutes: string; seconds: Decimal } {
  return {
    days: whole.div(86_400).floor().toFixed(),
    hours: whole.mod(86_400).div(3600).floor().toFixed(),
    minutes: whole.mod(3600).div(60).floor().toFixed(),
    seconds: whole.mod(60),
  };
}

/** The same in binary numbers, which takes a tenth of the time. */
function split(seconds: number): { days: number; hours: number; minutes: number; seconds: number } {
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

function daysText(seconds: Decimal): string {
  const size = seconds.abs();
  const whole = size.floor();
  const fraction = size.isInteger() ? null : size.minus(whole);
  const parts = whole.e > maxExactExponent ? splitExactly(whole) : split(whole.toNumber());
  const rest = fraction === null ? String(parts.seconds) : fraction.plus(parts.seconds).toFixed();
  const clock = [part(parts.hours, 'H'), part(parts.minutes, 'M'), part(rest, 'S')].join('');
  const text = `P${part(parts.days, 'D')}${clock ? `T${clock}` : ''}`;
  if (text === 'P') return 'PT0S';
  return seconds.isNegative() ? `-${text}` : text;
}

function monthsText(months: number): string {
  const size = Math.abs(months);
  const text = `P${part(Math.floor(size / 12), 'Y')}${part(size % 12, 'M')}`;
  if (text === 'P') return 'P0M';
  return months < 0 ? `-${text}` : text;
}

type Clock = Pick<
  Temporal.PlainTime,
  'hour' | 'minute' | 'second' | 'millisecond' | 'microsecond' | 'nanosecond'
>;

/** Years beyond four digits as XML Schema writes them: no plus, and no zeros but to four digits. */
const dayText = ({ year, month, day }: Pick<Temporal.PlainDate, 'year' | 'month' | 'day'>): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

function clockText({ hour, minute, second, millisecond, microsecond, nanosecond }: Clock): string {
  const fraction = millisecond * 1_000_000 + microsecond * 1000 + nanosecond;
  const digits = fraction === 0 ? '' : `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`;
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${digits}`;
}

/** By hand: the library's own way takes ten times as long, and a list may have thousands of days. */
export function isoText(value: FeelTemporal): string {
  switch (value.kind) {
    case 'date':
      return dayText(value.date);
    case 'time':
      return `${clockText(value.time)}${zoneText(value.zone)}`;
    case 'date and time':
      return `${dayText(value.local)}T${clockText(value.local)}${zoneText(value.zone)}`;
    case 'days and time duration':
      return daysText(value.seconds);
    case 'years and months duration':
      return monthsText(value.months);
    default:
      return unreachable(value);
  }
}
