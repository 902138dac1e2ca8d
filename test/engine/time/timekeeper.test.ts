// The timekeeper adds as addSpan does: over every zone, clock change, month end, holiday and kind of span.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSpan, type Calendar, localDateOf, startOfDay } from '../../../engine/index.ts';
import {
  civilDate,
  dateOfDay,
  dayNumber,
  dayOfDate,
  instantOfMilliseconds,
  millisecondsOf,
  weekdayOf,
} from '../../../engine/time/civil.ts';
import { makeTimekeeper } from '../../../engine/time/timekeeper.ts';

const zones = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
];
const calendars: Calendar[] = zones.flatMap((zone) => [
  {
    zone,
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: ['2026-12-25', '2027-01-01', '2026-04-03', '2026-04-06'],
  },
  { zone, workingWeekdays: [7, 1, 2], holidays: [] },
]);

const instants = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((at) => new Date(at).toISOString());
/** Beside the clock changes of the zones above, and the day that Samoa left out. */
const changes = [
  '2026-03-08T07:00',
  '2026-11-01T06:00',
  '2026-03-29T01:00',
  '2026-10-25T01:00',
  '2026-04-04T15:00',
  '2011-12-30T10:00',
];
const nearChanges = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -96, max: 96 }))
  .map(([at, halfHours]) => new Date(Date.parse(`${at}:00Z`) + halfHours * 1_800_000).toISOString());

const part = (most: number, unit: string) =>
  fc.option(fc.integer({ min: 0, max: most })).map((n) => (n === null ? '' : `${n}${unit}`));
const isoSpans = fc
  .tuple(
    fc.constantFrom('', '-'),
    part(3, 'Y'),
    part(30, 'M'),
    part(9, 'W'),
    part(400, 'D'),
    part(99, 'H'),
    part(99, 'M'),
    fc.constantFrom('', '30S', '0.5S'),
  )
  .map(
    ([sign, y, mo, w, d, h, mi, s]) =>
      `${sign}P${y}${mo}${w}${d || '1D'}${h || mi || s ? `T${h}${mi}${s}` : ''}`,
  );
const spans = fc.oneof(
  isoSpans,
  fc.integer({ min: -60, max: 60 }).map((count) => `${count}bd`),
);

test('gives what addSpan gives', () => {
  const { addSpan: add } = makeTimekeeper();
  const check = fc.property(
    fc.oneof(instants, nearChanges),
    spans,
    fc.constantFrom(...calendars),
    (at, span, calendar) => {
      expect(add(at, span, calendar)).toBe(addSpan(at, span, calendar));
    },
  );
  fc.assert(check, { numRuns: 3_000, seed: 20260105 });
});

test('takes what addSpan takes and refuses what it refuses', () => {
  const { addSpan: add } = makeTimekeeper();
  const [utc] = calendars;
  expect(add('2026-01-05T09:00:00Z', 'P1D', utc!)).toBe('2026-01-06T09:00:00.000Z');
  expect(add('2026-01-05T09:00:00.000Z', 'soon', utc!)).toBe(null);
  expect(() => add('9999-12-30T09:00:00.000Z', 'P3D', utc!)).toThrow('outside the years 0 to 9999');
});

test('gives the local day and its start', () => {
  const { dateOf, startOfDay: startOf } = makeTimekeeper();
  const check = fc.property(
    fc.oneof(instants, nearChanges),
    fc.constantFrom(...calendars),
    (at, calendar) => {
      const day = localDateOf(at, calendar.zone);
      expect(dateOf(at, calendar)).toBe(day);
      expect(startOf(day, calendar)).toBe(startOfDay(day, calendar.zone));
    },
  );
  fc.assert(check, { numRuns: 1_000, seed: 20260105 });
});

test('days and dates are those of the calendar, from the year 0 to 9999', () => {
  const check = fc.property(fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) }), (day) => {
    const date = new Date(day * 86_400_000);
    const { year, month, day: ofMonth } = civilDate(day);
    expect([year, month, ofMonth]).toEqual([
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
    ]);
    expect(dayNumber(year, month, ofMonth)).toBe(day);
    expect(dayOfDate(dateOfDay(day))).toBe(day);
    expect(weekdayOf(day)).toBe(date.getUTCDay() || 7);
  });
  fc.assert(check, { numRuns: 2_000, seed: 20260105 });
});

test('an instant is the same as text and as a number', () => {
  const check = fc.property(instants, (at) => {
    expect(instantOfMilliseconds(millisecondsOf(at))).toBe(at);
  });
  fc.assert(check, { numRuns: 1_000, seed: 20260105 });
});
