// Instants as text, and local dates in a zone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  canonicalInstant,
  daysBetween,
  isZone,
  localDateOf,
  startOfDay,
} from '../../../engine/index.ts';
import { workingDaysBetween } from '../../../engine/time/working-days.ts';

test('one form for every instant makes the order of texts the order in time', () => {
  const given = ['2026-01-05T09:00:00.5Z', '2026-01-05T10:00:00+01:00', '2026-01-05T09:00:01Z'];
  expect(given.map(canonicalInstant).sort()).toEqual([
    '2026-01-05T09:00:00.000Z',
    '2026-01-05T09:00:00.500Z',
    '2026-01-05T09:00:01.000Z',
  ]);
});

test('the local date is that of the zone', () => {
  expect(localDateOf('2026-01-05T03:00:00Z', 'America/New_York')).toBe('2026-01-04');
  expect(localDateOf('2026-01-05T23:00:00Z', 'Asia/Tokyo')).toBe('2026-01-06');
});

test('a day starts at local midnight', () => {
  expect(startOfDay('2026-07-01', 'America/New_York')).toBe('2026-07-01T04:00:00.000Z');
});

test('a day whose midnight a clock change skips starts when the clock goes on', () => {
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
});

test('days between dates are signed and count the leap day', () => {
  expect([
    daysBetween('2028-02-28', '2028-03-01'),
    daysBetween('2028-03-01', '2028-02-28'),
    daysBetween('2026-01-01', '2026-01-01'),
  ]).toEqual([2, -2, 0]);
});

test('only names of zones are zones', () => {
  expect(['UTC', 'America/New_York', 'Europe/Berlin'].filter(isZone)).toHaveLength(3);
  expect(['', '+01:00', 'Mars/Olympus', 'New York'].filter(isZone)).toEqual([]);
});

test('working days late are counted after the due day, and negative when early', () => {
  const calendar = { zone: 'UTC', workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-01-13'] };
  expect([
    workingDaysBetween('2026-01-09', '2026-01-12', calendar),
    workingDaysBetween('2026-01-09', '2026-01-14', calendar),
    workingDaysBetween('2026-01-12', '2026-01-09', calendar),
    workingDaysBetween('2026-01-10', '2026-01-11', calendar),
  ]).toEqual([1, 2, -1, 0]);
});

test('days between local dates are those of the calendar, over centuries and leap years', () => {
  const date = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays('1970-01-01', days));
  fc.assert(
    fc.property(date, fc.integer({ min: -400_000, max: 400_000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});
