// Durations in seconds, whatever unit a measure shows them in. Some registers write a duration like a decimal:
// in hours.minutes 6.41 is 6 hours and 41 minutes, so such values must never be added or averaged as they stand.
import { Temporal } from 'temporal-polyfill';
import {
  compare,
  type Fraction,
  floorOf,
  fractionOf,
  minus,
  over,
  plus,
  times,
  toNumber,
} from './fraction.ts';

type Unit =
  | { kind: 'even'; seconds: number }
  /** Two digits after the point count sixtieths. */
  | { kind: 'clock'; seconds: number; sixtieth: number };

const even = (seconds: number, ...names: string[]): [string, Unit][] =>
  names.map((name) => [name, { kind: 'even', seconds }]);
const clock = (seconds: number, ...names: string[]): [string, Unit][] =>
  names.map((name) => [name, { kind: 'clock', seconds, sixtieth: seconds / 60 }]);

const units = new Map<string, Unit>([
  ...even(1, 's', 'sec', 'second', 'seconds'),
  ...even(60, 'min', 'minute', 'minutes'),
  ...even(3600, 'h', 'hour', 'hours'),
  ...even(86_400, 'd', 'day', 'days'),
  ...even(604_800, 'week', 'weeks'),
  ...clock(3600, 'hours.minutes', 'hours:minutes', 'hh.mm', 'h.mm'),
  ...clock(60, 'minutes.seconds', 'minutes:seconds', 'mm.ss', 'm.ss'),
]);

/** Unknown units are taken for seconds. */
const unitOf = (name: string): Unit =>
  units.get(name.toLowerCase().replaceAll(' ', '')) ?? { kind: 'even', seconds: 1 };

/** Does such a unit write sixtieths after the point? */
export const isClockUnit = (name: string): boolean => unitOf(name).kind === 'clock';

const sixty = fractionOf(60);
const hundred = fractionOf(100);

function fromClock(value: Fraction, unit: Extract<Unit, { kind: 'clock' }>): Fraction | null {
  const whole: Fraction = { n: value.n / value.d, d: 1n };
  const sixtieths = times(minus(value, whole), hundred);
  const fits = floorOf(sixtieths) * sixtieths.d === sixtieths.n;
  if (!fits || compare(sixtieths, sixty) >= 0 || compare(sixtieths, fractionOf(-60)) <= 0) return null;
  return plus(times(whole, fractionOf(unit.seconds)), times(sixtieths, fractionOf(unit.sixtieth)));
}

function fromIso(text: string): Fraction | null {
  try {
    return fractionOf(Temporal.Duration.from(text).total('seconds'));
  } catch {
    return null;
  }
}

/** Null: no such duration, as 6.75 in hours.minutes or P1M, which has no length of its own. */
export function secondsOf(value: number | string, unitName: string): Fraction | null {
  if (typeof value === 'string') return fromIso(value);
  if (!Number.isFinite(value)) return null;
  const unit = unitOf(unitName);
  return unit.kind === 'clock'
    ? fromClock(fractionOf(value), unit)
    : times(fractionOf(value), fractionOf(unit.seconds));
}

/** How the measure shows so many seconds; a clock shows whole sixtieths. */
export function inUnit(seconds: Fraction, unitName: string): number {
  const unit = unitOf(unitName);
  if (unit.kind === 'even') return toNumber(over(seconds, fractionOf(unit.seconds)));
  const sixtieths = Math.round(toNumber(over(seconds, fractionOf(unit.sixtieth))));
  return (Math.trunc(sixtieths / 60) * 100 + (sixtieths % 60)) / 100;
}
