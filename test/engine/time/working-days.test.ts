// Working days between dates are counted by weeks; walking from day to day gives the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysIn } from '../../../engine/time/days.ts';
import { workingDaysBetween, workingDaysIn } from '../../../engine/time/working-days.ts';

const calendar = (workingWeekdays: number[], holidays: string[] = []) => ({
  zone: 'UTC',
  workingWeekdays,
  holidays,
});
const weekdayOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

test('counting by weeks is counting one by one', () => {
  const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2024-01-01', days));
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  fc.assert(
    fc.property(
      anyDay,
      fc.nat({ max: 400 }),
      weekdays,
      fc.array(anyDay, { maxLength: 30 }),
      (a, length, worked, free) => {
        const days = Array.from({ length }, (_, index) => addDays(a, index + 1));
        const expected = days.filter((day) => worked.includes(weekdayOf(day)) && !free.includes(day)).length;
        const b = addDays(a, length);
        expect(workingDaysBetween(a, b, calendar(worked, free))).toBe(expected);
        expect(workingDaysBetween(b, a, calendar(worked, free))).toBe(-expected || 0);
      },
    ),
  );
});

test('a period counts both of its ends', () => {
  const week = { start: '2025-03-03', end: '2025-03-07' };
  expect([
    daysIn(week),
    workingDaysIn(week, calendar([1, 2, 3, 4, 5], ['2025-03-05', '2025-03-05'])),
  ]).toEqual([5, 4]);
});

test('without a working weekday there is nothing to count', () => {
  expect(() => workingDaysBetween('2025-01-01', '2025-02-01', calendar([]))).toThrow(RangeError);
});
