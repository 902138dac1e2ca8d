// Calendar values as text, as ISO 8601 and DMN 10.3.4.1 write them.
import type { Decimal } from 'decimal.js';
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

function daysText(seconds: Decimal): string {
  const size = seconds.abs();
  const whole = size.floor();
  const clock = [
    part(whole.mod(86_400).div(3600).floor().toFixed(), 'H'),
    part(whole.mod(3600).div(60).floor().toFixed(), 'M'),
    part(whole.mod(60).plus(size.minus(whole)).toFixed(), 'S'),
  ].join('');
  const text = `P${part(whole.div(86_400).floor().toFixed(), 'D')}${clock ? `T${clock}` : ''}`;
  if (text === 'P') return 'PT0S';
  return seconds.isNegative() ? `-${text}` : text;
}

function monthsText(months: number): string {
  const size = Math.abs(months);
  const text = `P${part(Math.floor(size / 12), 'Y')}${part(size % 12, 'M')}`;
  if (text === 'P') return 'P0M';
  return months < 0 ? `-${text}` : text;
}

/** Years beyond four digits as XML Schema writes them: no plus, and no zeros but to four digits. */
const plainYear = (text: string): string =>
  text.replace(
    /^([+-])0{0,2}(\d{4,})/,
    (_, sign: string, year: string) => `${sign === '-' ? '-' : ''}${year}`,
  );

export function isoText(value: FeelTemporal): string {
  switch (value.kind) {
    case 'date':
      return plainYear(value.date.toString());
    case 'time':
      return `${value.time.toString()}${zoneText(value.zone)}`;
    case 'date and time':
      return `${plainYear(value.local.toString())}${zoneText(value.zone)}`;
    case 'days and time duration':
      return daysText(value.seconds);
    case 'years and months duration':
      return monthsText(value.months);
    default:
      return unreachable(value);
  }
}
