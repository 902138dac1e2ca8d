// The part of the calendar that a launch covers: without gaps, each day in exactly one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cadence, cadences } from '../../../engine/index.ts';
import { periodAround } from '../../../engine/time/cadences.ts';
import { addDays } from '../../../engine/time/days.ts';

describe('the period around a day', () => {
  test.for<[Cadence, string, string, string]>([
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-29', '2026-10-01', '2026-12-31'],
    ['half-year', '2026-06-30', '2026-01-01', '2026-06-30'],
    ['half-year', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['year', '2026-11-29', '2026-01-01', '2026-12-31'],
  ])('of a %s, of %s', ([cadence, day, start, end]) => {
    expect(periodAround(day, { cadence })).toEqual({ start, end });
  });

  test.for<[Cadence, number, string, string, string]>([
    ['year', 7, '2026-06-30', '2025-07-01', '2026-06-30'],
    ['year', 7, '2026-07-01', '2026-07-01', '2027-06-30'],
    ['half-year', 10, '2026-11-29', '2026-10-01', '2027-03-31'],
    ['quarter', 2, '2026-01-31', '2025-11-01', '2026-01-31'],
    ['quarter', 7, '2026-11-29', '2026-10-01', '2026-12-31'],
    ['month', 4, '2026-11-29', '2026-11-01', '2026-11-30'],
  ])(
    'of a %s, in a fiscal year that starts in month %i, of %s',
    ([cadence, fiscalYearStart, day, start, end]) => {
      expect(periodAround(day, { cadence, fiscalYearStart })).toEqual({ start, end });
    },
  );

  test('is a calendar year without a cadence', () => {
    expect(periodAround('2026-03-04')).toEqual({ start: '2026-01-01', end: '2026-12-31' });
  });

  const anyMonth = fc.integer({ min: 1, max: 12 });
  const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2023-12-30', days));
  test('of a year begins in the month of the fiscal year, and so do those of its parts', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...cadences), anyMonth, (day, cadence, fiscalYearStart) => {
        const year = periodAround(day, { fiscalYearStart });
        expect(Number(year.start.slice(5, 7))).toBe(fiscalYearStart);
        expect(periodAround(year.start, { cadence, fiscalYearStart }).start).toBe(year.start);
      }),
    );
  });

  test('holds the day, and the next one begins the day after', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...cadences), anyMonth, (day, cadence, fiscalYearStart) => {
        const wanted = { cadence, fiscalYearStart };
        const period = periodAround(day, wanted);
        expect(period.start <= day && day <= period.end).toBe(true);
        expect(periodAround(day, { ...wanted, later: 1 })).toEqual(
          periodAround(addDays(period.end, 1), wanted),
        );
      }),
    );
  });
});
