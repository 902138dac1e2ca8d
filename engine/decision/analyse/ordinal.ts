// Values in order as decimals, so that intervals of numbers, dates, times and durations are one thing.
import type { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import type { Feel, FeelDateTime, FeelTime } from '../../expression/value/feel.ts';
import { isoText } from '../../expression/value/iso.ts';
import { isList } from '../../expression/value/kinds.ts';
import { FeelNumber, isNumber } from '../../expression/value/number.ts';

export type OrderedKind =
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration';

export interface Ordinal {
  kind: OrderedKind;
  at: Decimal;
}

/** There is a next one: an open end is the closed one beside it. */
export const isDiscrete = (kind: OrderedKind): boolean =>
  kind === 'date' || kind === 'years and months duration';

const epoch = Temporal.PlainDate.from('1970-01-01');
const epochStart = Temporal.PlainDateTime.from('1970-01-01T00:00:00');
const nanoseconds = new FeelNumber(1_000_000_000);

const daysOf = (date: Temporal.PlainDate): Decimal =>
  new FeelNumber(epoch.until(date, { largestUnit: 'day' }).days);

const clockOf = ({
  hour,
  minute,
  second,
  millisecond,
  microsecond,
  nanosecond,
}: Temporal.PlainTime): Decimal =>
  new FeelNumber(hour * 3600 + minute * 60 + second).plus(
    new FeelNumber(millisecond * 1_000_000 + microsecond * 1000 + nanosecond).div(nanoseconds),
  );

/** Those of a zone are not compared with those of none: they are left to the evaluator. */
const ofTime = ({ time, zone }: FeelTime): Decimal | null => (zone === null ? clockOf(time) : null);
const ofDateTime = ({ local, zone }: FeelDateTime): Decimal | null =>
  zone === null ? daysOf(local.toPlainDate()).times(86_400).plus(clockOf(local.toPlainTime())) : null;

function atOf(value: Exclude<Feel, null | boolean | string | readonly Feel[]>): Ordinal | null {
  if (isNumber(value)) return { kind: 'number', at: value };
  if (!('kind' in value)) return null;
  const { kind } = value;
  switch (kind) {
    case 'date':
      return { kind, at: daysOf(value.date) };
    case 'time': {
      const at = ofTime(value);
      return at && { kind, at };
    }
    case 'date and time': {
      const at = ofDateTime(value);
      return at && { kind, at };
    }
    case 'days and time duration':
      return { kind, at: value.seconds };
    case 'years and months duration':
      return { kind, at: new FeelNumber(value.months) };
    default:
      return null;
  }
}

/** Null when the value has no place in an order. */
export function ordinalOf(value: Feel): Ordinal | null {
  return value === null || typeof value !== 'object' || isList(value) ? null : atOf(value);
}

/** As people write it: for counter-examples. */
export function ordinalText({ kind, at }: Ordinal): string {
  const whole = at.floor().toNumber();
  switch (kind) {
    case 'number':
      return at.toFixed();
    case 'date':
      return epoch.add({ days: whole }).toString();
    case 'time':
      return Temporal.PlainTime.from('00:00').add({ seconds: whole }).toString();
    case 'date and time':
      return epochStart.add({ seconds: whole }).toString();
    case 'days and time duration':
      return isoText({ kind, seconds: at });
    case 'years and months duration':
      return isoText({ kind, months: whole });
  }
}
