// Where dates, times and dates with times stand on a line (DMN 10.3.2.3.4 to 10.3.2.3.6), so that they
// can be compared. A zoned and a local one stand on different lines.
import { Temporal } from 'temporal-polyfill';
import type { FeelDate, FeelDateTime, FeelTime } from '../value/feel.ts';
import { attempt } from './parse-calendar.ts';
import { offsetAt, offsetOfTime } from './zones.ts';

const midnight = Temporal.PlainTime.from('00:00:00');

/** A date where a date and time is wanted is its midnight in UTC (DMN 10.3.2.3.6). */
export const startOf = ({ date }: FeelDate): FeelDateTime => ({
  kind: 'date and time',
  local: date.toPlainDateTime(midnight),
  zone: { kind: 'offset', seconds: 0 },
});

/** A whole number: a day has fewer nanoseconds than a number has exact digits. */
export function nanosecondsOfDay(time: Temporal.PlainTime): number {
  const { hour, minute, second, millisecond, microsecond, nanosecond } = time;
  const seconds = hour * 3600 + minute * 60 + second;
  return seconds * 1e9 + millisecond * 1e6 + microsecond * 1e3 + nanosecond;
}

const orderOf = (a: number, b: number): number => Math.sign(a - b);

export function compareTimes(a: FeelTime, b: FeelTime): number | null {
  if (a.zone === null && b.zone === null) return Temporal.PlainTime.compare(a.time, b.time);
  if (a.zone === null || b.zone === null) return null;
  const utc = ({ time }: FeelTime, offset: number) => nanosecondsOfDay(time) - offset * 1e9;
  return orderOf(utc(a, offsetOfTime(a.time, a.zone)), utc(b, offsetOfTime(b.time, b.zone)));
}

/** The clock of UTC; null beyond the calendar. */
export function utcOf({ local, zone }: FeelDateTime): Temporal.PlainDateTime | null {
  if (zone === null || (zone.kind === 'offset' && zone.seconds === 0)) return local;
  return attempt(() => local.subtract({ seconds: Math.round(offsetAt(local, zone)) }));
}

export function compareDateTimes(a: FeelDateTime, b: FeelDateTime): number | null {
  if ((a.zone === null) !== (b.zone === null)) return null;
  const [first, second] = [utcOf(a), utcOf(b)];
  return first && second && Temporal.PlainDateTime.compare(first, second);
}

const nanosecondsPerDay = 86_400_000_000_000n;

/** Seconds from one to the other, as text; both local or both zoned. */
export function secondsBetween(from: FeelDateTime, to: FeelDateTime): string | null {
  if ((from.zone === null) !== (to.zone === null)) return null;
  const [first, second] = [utcOf(from), utcOf(to)];
  if (first === null || second === null) return null;
  const passed = nanosecondsOf(second) - nanosecondsOf(first);
  const size = passed < 0n ? -passed : passed;
  const digits = String(size % 1_000_000_000n).padStart(9, '0');
  return `${passed < 0n ? '-' : ''}${size / 1_000_000_000n}.${digits}`;
}

const epochDay = Temporal.PlainDate.from('1970-01-01');

function nanosecondsOf(local: Temporal.PlainDateTime): bigint {
  const days = epochDay.until(local.toPlainDate(), { largestUnit: 'day' }).days;
  return BigInt(days) * nanosecondsPerDay + BigInt(nanosecondsOfDay(local.toPlainTime()));
}
