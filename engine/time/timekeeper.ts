// Time for those who reckon it often: what is read of spans, zones and calendars is kept as long as the keeper.
// It gives exactly what addSpan, localDateOf and startOfDay give, and asks them where whole numbers do not suffice.
import type { Calendar } from '../model/calendar.ts';
import type { Instant, LocalDate } from '../model/time.ts';
import { addSpan } from './add-span.ts';
import {
  civilDate,
  dateOfDay,
  dayLength,
  dayNumber,
  dayOfDate,
  daysInMonth,
  instantOfMilliseconds,
  makeDateWriter,
  millisecondsOf,
} from './civil.ts';
import { localDateOf, startOfDay } from './instant.ts';
import { type LocalClock, makeLocalClock } from './local-clock.ts';
import { isSpan, readSpan } from './span.ts';

export interface Timekeeper {
  /** Whether it is in the one form that sorts as text. */
  isCanonical(at: Instant): boolean;
  /** Null for text that is no span. */
  addSpan(at: Instant, span: string, calendar: Calendar): Instant | null;
  /** The day in the calendar's zone. */
  dateOf(at: Instant, calendar: Calendar): LocalDate;
  startOfDay(date: LocalDate, calendar: Calendar): Instant;
}

interface Reach {
  months: number;
  days: number;
  /** Exact time, added after the days. */
  milliseconds: number;
  /** Null for a span of ISO 8601. */
  workingDays: number | null;
}

const parts = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/** Spans seen; more are the work of expressions that make ever new ones. */
const maxKnown = 1_000;

/** Null for text that is no span, and for fractions of a second. */
function reachOf(text: string): Reach | null {
  const span = readSpan(text);
  if (span === null) return null;
  if (span.kind === 'workingDays') return { months: 0, days: 0, milliseconds: 0, workingDays: span.count };
  const found = parts.exec(span.text);
  if (!found) return null;
  const sign = found[1] === '-' ? -1 : 1;
  const part = (at: number): number => sign * Number(found[at] ?? 0);
  return {
    months: part(2) * 12 + part(3),
    days: part(4) * 7 + part(5),
    milliseconds: ((part(6) * 60 + part(7)) * 60 + part(8)) * 1_000,
    workingDays: null,
  };
}

function moveDay(day: number, { months, days, workingDays }: Reach, clock: LocalClock): number {
  if (workingDays !== null) return clock.addWorkingDays(day, workingDays);
  if (months === 0) return day + days;
  const from = civilDate(day);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayNumber(year, month, Math.min(from.day, daysInMonth(year, month))) + days;
}

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Of the date in the text of an instant. */
const dateLength = 10;
/** A year inside the years 0 to 9999 on both sides, so that addSpan says what lies outside. */
const first = dayNumber(1, 1, 1) * dayLength;
const last = dayNumber(9_999, 1, 1) * dayLength;

function moved(start: number, reach: Reach, clock: LocalClock): number | null {
  const offset = clock.offsetAt(start);
  if (offset === null) return null;
  const local = start + offset;
  const day = Math.floor(local / dayLength);
  const to = moveDay(day, reach, clock) * dayLength + (local - day * dayLength);
  const end = clock.fromLocal(to, offset);
  return end === null ? null : end + reach.milliseconds;
}

export function makeTimekeeper(): Timekeeper {
  const reaches = new Map<string, Reach | null>();
  const clocks = new WeakMap<Calendar, LocalClock>();
  const dateAt = makeDateWriter();
  // Spans are often added to the same instant, that of a step or of a due date, one after the other.
  let [lastAt, lastMilliseconds]: [Instant, number] = ['', 0];

  /** Null when it is not in the one form that the engine writes. */
  const read = (at: Instant): number | null => {
    if (at === lastAt) return lastMilliseconds;
    if (!canonical.test(at)) return null;
    lastAt = at;
    lastMilliseconds = millisecondsOf(at);
    return lastMilliseconds;
  };
  const reachFor = (span: string): Reach | null => {
    const known = reaches.get(span);
    if (known !== undefined) return known;
    if (reaches.size >= maxKnown) reaches.clear();
    const reach = reachOf(span);
    reaches.set(span, reach);
    return reach;
  };
  let latest: { calendar: Calendar; clock: LocalClock } | null = null;
  const clockFor = (calendar: Calendar): LocalClock => {
    if (latest?.calendar === calendar) return latest.clock;
    const clock = clocks.get(calendar) ?? makeLocalClock(calendar);
    clocks.set(calendar, clock);
    latest = { calendar, clock };
    return clock;
  };

  return {
    isCanonical: (at) => read(at) !== null,
    addSpan(at, span, calendar) {
      const reach = reachFor(span);
      const start = read(at);
      if (reach === null || start === null || calendar.workingWeekdays.length === 0)
        return isSpan(span) ? addSpan(at, span, calendar) : null;
      const end = moved(start, reach, clockFor(calendar));
      if (end === null || end < first || end > last) return addSpan(at, span, calendar);
      // Mostly the time of day stays, and its text with it.
      const sameTime = (end - start) % dayLength === 0;
      return sameTime ? `${dateAt(end)}${at.slice(dateLength)}` : instantOfMilliseconds(end);
    },
    dateOf(at, calendar) {
      const milliseconds = read(at);
      if (milliseconds === null) return localDateOf(at, calendar.zone);
      const offset = clockFor(calendar).offsetAt(milliseconds);
      return offset === null
        ? localDateOf(at, calendar.zone)
        : dateOfDay(Math.floor((milliseconds + offset) / dayLength));
    },
    startOfDay(date, calendar) {
      const local = dayOfDate(date) * dayLength;
      const clock = clockFor(calendar);
      const offset = clock.offsetAt(local);
      const start = offset === null ? null : clock.fromLocal(local, offset);
      return start === null ? startOfDay(date, calendar.zone) : instantOfMilliseconds(start);
    },
  };
}
