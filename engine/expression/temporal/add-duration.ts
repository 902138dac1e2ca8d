// Dates, times and durations added and subtracted (DMN 10.3.2.3 and table 55). Null when the kinds do not
// fit each other or the calendar ends.
import { Temporal } from 'temporal-polyfill';
import type {
  Feel,
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelObject,
  FeelTime,
} from '../value/feel.ts';
import { doubleOf, finite, numberOf } from '../value/number.ts';
import { nanosecondsOfDay, secondsBetween, startOf } from './instants.ts';
import { attempt, monthsDuration } from './parse-calendar.ts';
import { offsetAt } from './zones.ts';

type Moment = FeelDate | FeelTime | FeelDateTime;
type Duration = FeelDaysDuration | FeelMonthsDuration;
export type Sign = 1 | -1;

export const isDuration = (value: FeelObject): value is Duration =>
  value.kind === 'days and time duration' || value.kind === 'years and months duration';

export const isMoment = (value: FeelObject): value is Moment =>
  value.kind === 'date' || value.kind === 'time' || value.kind === 'date and time';

/** Anything longer leaves the calendar in any case. */
const maxSeconds = 3e13;

/** As whole seconds and nanoseconds; null when it is longer than the calendar. */
function spanOf({ seconds }: FeelDaysDuration, sign: Sign) {
  if (seconds.abs().gt(maxSeconds)) return null;
  const whole = seconds.floor();
  const nanoseconds = seconds.minus(whole).times(1e9).floor().toNumber();
  return Temporal.Duration.from({ seconds: doubleOf(whole) * sign }).add({
    nanoseconds: nanoseconds * sign,
  });
}

function addToDate({ date }: FeelDate, duration: Duration, sign: Sign): Feel {
  if (duration.kind === 'years and months duration') {
    const moved = attempt(() => date.add({ months: duration.months * sign }));
    return moved && { kind: 'date', date: moved };
  }
  const days = doubleOf(duration.seconds.times(sign).div(86_400).floor());
  const moved = attempt(() => date.add({ days }));
  return moved && { kind: 'date', date: moved };
}

function addToDateTime(value: FeelDateTime, duration: Duration, sign: Sign): Feel {
  const { local, zone } = value;
  const span =
    duration.kind === 'years and months duration'
      ? attempt(() => Temporal.Duration.from({ months: duration.months * sign }))
      : spanOf(duration, sign);
  if (span === null) return null;
  const moved = attempt(() => {
    if (zone?.kind !== 'named') return local.add(span);
    return local.toZonedDateTime(zone.id).add(span).toPlainDateTime();
  });
  return moved && { kind: 'date and time', local: moved, zone };
}

/** A time goes round midnight, and knows no months. */
function addToTime({ time, zone }: FeelTime, duration: Duration, sign: Sign): Feel {
  if (duration.kind === 'years and months duration') return null;
  const span = spanOf({ ...duration, seconds: duration.seconds.mod(86_400) }, sign);
  return span && { kind: 'time', time: time.add(span), zone };
}

export function addDuration(moment: Moment, duration: Duration, sign: Sign): Feel {
  switch (moment.kind) {
    case 'date':
      return addToDate(moment, duration, sign);
    case 'time':
      return addToTime(moment, duration, sign);
    default:
      return addToDateTime(moment, duration, sign);
  }
}

export function addDurations(a: Duration, b: Duration, sign: Sign): Feel {
  if (a.kind === 'days and time duration') {
    if (b.kind !== 'days and time duration') return null;
    const seconds = finite(a.seconds.plus(b.seconds.times(sign)));
    return seconds && { kind: 'days and time duration', seconds };
  }
  return b.kind === 'years and months duration' ? monthsDuration(a.months + sign * b.months) : null;
}

const dateTimeOf = (value: FeelDate | FeelDateTime): FeelDateTime =>
  value.kind === 'date' ? startOf(value) : value;

/** The time from `b` to `a`. */
export function subtractMoments(a: Moment, b: Moment): Feel {
  if (a.kind === 'time' || b.kind === 'time') {
    return a.kind === 'time' && b.kind === 'time' ? subtractTimes(a, b) : null;
  }
  const seconds = secondsBetween(dateTimeOf(b), dateTimeOf(a));
  return seconds === null ? null : { kind: 'days and time duration', seconds: numberOf(seconds) };
}

const day = Temporal.PlainDate.from('1970-01-01');

function subtractTimes(a: FeelTime, b: FeelTime): Feel {
  if ((a.zone === null) !== (b.zone === null)) return null;
  const clock = ({ time, zone }: FeelTime) =>
    nanosecondsOfDay(time) - (zone === null ? 0 : offsetAt(day.toPlainDateTime(time), zone) * 1e9);
  return { kind: 'days and time duration', seconds: numberOf(clock(a) - clock(b)).div(1e9) };
}
