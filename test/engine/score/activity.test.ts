// For how much of a window a component was there.
import { describe, expect, test } from 'vitest';
import {
  type ActiveTime,
  activeDaysIn,
  activityIn,
  alwaysActive,
  merge,
} from '../../../engine/score/activity.ts';
import { utc, year } from './given.ts';

const time = (given: Partial<ActiveTime>): ActiveTime => ({ ...alwaysActive, ...given });
const days = (given: Partial<ActiveTime>, calendar = utc) => activeDaysIn(year, time(given), calendar);
const leave = (start: string, end: string) => [{ start, end }];

describe('active days', () => {
  test('are those from the first to the last, both counted', () => {
    expect(days({ spans: [{ from: '2025-04-01', to: null }] })).toBe(275);
    expect(days({ spans: [{ from: null, to: '2025-06-30' }] })).toBe(181);
    expect(days({ spans: [{ from: '2025-07-01', to: '2025-07-01' }] })).toBe(1);
    expect(days({ spans: [] })).toBe(0);
  });

  test('of stations that overlap count once', () => {
    const spans = [
      { from: '2025-01-01', to: '2025-06-30' },
      { from: '2025-06-01', to: '2025-12-31' },
    ];
    expect(days({ spans })).toBe(365);
  });

  test('are fewer by a long absence, which counts where it falls into the active time', () => {
    expect(days({ absences: leave('2025-03-01', '2025-04-30') })).toBe(365 - 61);
    expect(
      days({ spans: [{ from: '2025-04-01', to: null }], absences: leave('2025-03-01', '2025-04-30') }),
    ).toBe(275 - 30);
  });

  test('are not fewer by an absence of ten working days', () => {
    expect(days({ absences: leave('2025-03-03', '2025-03-16') })).toBe(365);
    expect(days({ absences: leave('2025-03-03', '2025-03-17') })).toBe(365 - 15);
  });

  test('of absences that overlap are taken off once', () => {
    const absences = [...leave('2025-03-01', '2025-03-31'), ...leave('2025-03-15', '2025-04-15')];
    expect(days({ absences })).toBe(365 - 46);
  });

  test('are as many for a long absence that was entered as two, one right after the other', () => {
    const whole = days({ absences: leave('2025-03-03', '2025-03-30') });
    const halves = [...leave('2025-03-03', '2025-03-16'), ...leave('2025-03-17', '2025-03-30')];
    expect([whole, days({ absences: halves })]).toEqual([337, 337]);
    // Nobody is back on a weekend or a holiday between.
    const weeks = [...leave('2025-03-03', '2025-03-14'), ...leave('2025-03-17', '2025-03-30')];
    expect(days({ absences: weeks })).toBe(337);
    const apart = [...leave('2025-03-03', '2025-03-14'), ...leave('2025-03-18', '2025-03-30')];
    expect(days({ absences: apart })).toBe(365);
    expect(days({ absences: apart }, { ...utc, holidays: ['2025-03-17'] })).toBe(337);
  });

  test('may be working days of the calendar', () => {
    const holidays = { ...utc, holidays: ['2025-01-01', '2025-12-25'] };
    expect(days({ dayCount: 'working' })).toBe(261);
    expect(days({ dayCount: 'working' }, holidays)).toBe(259);
    expect(days({ dayCount: 'working', absences: leave('2025-03-03', '2025-03-28') })).toBe(241);
  });
});

describe('a component', () => {
  const standing = (given: Partial<ActiveTime>) =>
    activityIn({ period: year, segment: year }, time(given), utc).standing;

  test('is rated from 90 of 365 days on', () => {
    expect(standing({ spans: [{ from: '2025-10-03', to: null }] })).toBe('rated');
    expect(standing({ spans: [{ from: '2025-10-04', to: null }] })).toBe('insufficient_period');
  });

  test('is rated from another fraction on where the plan says so', () => {
    expect(standing({ spans: [{ from: '2025-10-03', to: null }], minFraction: 120 / 365 })).toBe(
      'insufficient_period',
    );
    expect(standing({ spans: [{ from: '2025-12-31', to: null }], minFraction: 0 })).toBe('rated');
  });

  test('is rated at exactly the fraction', () => {
    const leap = { start: '2024-01-01', end: '2024-12-31' };
    const spans = [{ from: '2024-10-02', to: null }];
    const given = time({ spans, minFraction: 91 / 366 });
    expect(activityIn({ period: leap, segment: leap }, given, utc)).toEqual({
      days: 91,
      of: 366,
      standing: 'rated',
    });
  });

  test('that was away all the time does not apply', () => {
    expect(standing({ absences: leave('2024-12-01', '2026-01-31') })).toBe('not_applicable');
  });
});

test('stretches that touch are one', () => {
  expect(
    merge([
      { start: '2025-03-01', end: '2025-03-31' },
      { start: '2025-01-01', end: '2025-02-28' },
      { start: '2025-04-02', end: '2025-04-03' },
    ]),
  ).toEqual([
    { start: '2025-01-01', end: '2025-03-31' },
    { start: '2025-04-02', end: '2025-04-03' },
  ]);
});
