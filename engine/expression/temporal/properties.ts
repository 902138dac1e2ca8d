// The properties of calendar values and ranges that a path reads (DMN 10.3.2.3, table 60).
import type { Temporal } from 'temporal-polyfill';
import type {
  Feel,
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelObject,
  FeelTime,
  FeelZone,
} from '../value/feel.ts';
import { numberOf } from '../value/number.ts';
import { offsetAt, offsetOfTime } from './zones.ts';

type Property<Value> = (value: Value) => Feel;
type Kind = Exclude<FeelObject['kind'], 'context' | 'function'>;
type OfKind<K extends Kind> = Extract<FeelObject, { kind: K }>;

const duration = (seconds: number): Feel => ({ kind: 'days and time duration', seconds: numberOf(seconds) });
const nameOf = (zone: FeelZone | null): Feel => (zone?.kind === 'named' ? zone.id : null);

const ofDay = <Value>(date: (value: Value) => Temporal.PlainDate | Temporal.PlainDateTime) => ({
  year: (value: Value) => numberOf(date(value).year),
  month: (value: Value) => numberOf(date(value).month),
  day: (value: Value) => numberOf(date(value).day),
  weekday: (value: Value) => numberOf(date(value).dayOfWeek),
});

const ofClock = <Value>(clock: (value: Value) => Temporal.PlainTime | Temporal.PlainDateTime) => ({
  hour: (value: Value) => numberOf(clock(value).hour),
  minute: (value: Value) => numberOf(clock(value).minute),
  second: (value: Value) => numberOf(clock(value).second),
});

/** Whole units towards zero, so that all parts of a negative duration are negative. */
const days = ({ seconds }: FeelDaysDuration, unit: number, within: number): Feel => {
  const whole = seconds.div(unit).trunc();
  return whole.minus(whole.div(within).trunc().times(within));
};

const months = ({ months: size }: FeelMonthsDuration, unit: 'years' | 'months'): Feel =>
  numberOf((unit === 'years' ? Math.trunc(size / 12) : size % 12) + 0);

const properties: { [K in Kind]: Record<string, Property<OfKind<K>>> } = {
  date: ofDay((value: FeelDate) => value.date),
  time: {
    ...ofClock((value: FeelTime) => value.time),
    'time offset': ({ time, zone }) => (zone ? duration(offsetOfTime(time, zone)) : null),
    timezone: ({ zone }) => nameOf(zone),
  },
  'date and time': {
    ...ofDay((value: FeelDateTime) => value.local),
    ...ofClock((value: FeelDateTime) => value.local),
    'time offset': ({ local, zone }) => (zone ? duration(offsetAt(local, zone)) : null),
    timezone: ({ zone }) => nameOf(zone),
  },
  'days and time duration': {
    days: (value) => value.seconds.div(86_400).trunc(),
    hours: (value) => days(value, 3600, 24),
    minutes: (value) => days(value, 60, 60),
    seconds: (value) => days(value, 1, 60),
  },
  'years and months duration': {
    years: (value) => months(value, 'years'),
    months: (value) => months(value, 'months'),
  },
  range: {
    start: ({ start }) => start,
    end: ({ end }) => end,
    'start included': ({ startIncluded }) => startIncluded,
    'end included': ({ endIncluded }) => endIncluded,
  },
};

export const propertyNames = (kind: string): readonly string[] | null =>
  Object.hasOwn(properties, kind) ? Object.keys(properties[kind as Kind]) : null;

/** Undefined when values of the kind have no such property. */
export function propertyOf(value: FeelObject, name: string): Feel | undefined {
  if (value.kind === 'context' || value.kind === 'function') return undefined;
  const ofKind: Record<string, Property<never>> = properties[value.kind];
  return Object.hasOwn(ofKind, name) ? ofKind[name]?.(value as never) : undefined;
}
