// Spans over clock changes, month ends, leap days, holidays and long stretches.
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../engine/index.ts';
import { addSpan, isSpan } from '../../../engine/index.ts';

const weekdays = [1, 2, 3, 4, 5];
const utc: Calendar = { zone: 'UTC', workingWeekdays: weekdays, holidays: [] };
const newYork: Calendar = {
  zone: 'America/New_York',
  workingWeekdays: weekdays,
  holidays: ['2026-12-25', '2027-01-01'],
};
const berlin: Calendar = {
  zone: 'Europe/Berlin',
  workingWeekdays: weekdays,
  holidays: ['2026-04-03', '2026-04-06'],
};
const lordHowe: Calendar = { zone: 'Australia/Lord_Howe', workingWeekdays: weekdays, holidays: [] };

describe('days, weeks, months and years', () => {
  test('keep the local time of day when New York goes to summer time', () => {
    expect(addSpan('2026-03-07T14:00:00Z', 'P1D', newYork)).toBe('2026-03-08T13:00:00.000Z');
  });

  test('keep the local time of day when Berlin goes back to winter time', () => {
    expect(addSpan('2026-10-24T07:00:00Z', 'P1D', berlin)).toBe('2026-10-25T08:00:00.000Z');
  });

  test('keep the local time of day where the clock moves by half an hour', () => {
    expect(addSpan('2026-04-03T22:00:00Z', 'P1D', lordHowe)).toBe('2026-04-04T22:30:00.000Z');
  });

  test('move a local time that a clock change skips forward by the gap', () => {
    // 02:30 on 7 March, a day later the clock jumps from 02:00 to 03:00: it becomes 03:30.
    expect(addSpan('2026-03-07T07:30:00Z', 'P1D', newYork)).toBe('2026-03-08T07:30:00.000Z');
  });

  test('end on the last day of a shorter month', () => {
    expect(addSpan('2026-01-31T12:00:00Z', 'P1M', utc)).toBe('2026-02-28T12:00:00.000Z');
  });

  test('end on the leap day when there is one', () => {
    expect(addSpan('2028-01-31T12:00:00Z', 'P1M', utc)).toBe('2028-02-29T12:00:00.000Z');
  });

  test('end on 28 February a year after a leap day', () => {
    expect(addSpan('2028-02-29T12:00:00Z', 'P1Y', utc)).toBe('2029-02-28T12:00:00.000Z');
  });

  test('reach 400 days ahead', () => {
    expect(addSpan('2026-01-05T09:00:00Z', 'P400D', utc)).toBe('2027-02-09T09:00:00.000Z');
  });

  test('go back when negative', () => {
    expect(addSpan('2026-01-05T09:00:00Z', '-P2D', utc)).toBe('2026-01-03T09:00:00.000Z');
  });
});

describe('hours, minutes and seconds', () => {
  test('are exact over a clock change', () => {
    expect(addSpan('2026-03-07T14:00:00Z', 'PT24H', newYork)).toBe('2026-03-08T14:00:00.000Z');
  });

  test('are added after the days', () => {
    expect(addSpan('2026-03-07T14:00:00Z', 'P1DT1H', newYork)).toBe('2026-03-08T14:00:00.000Z');
  });

  test('keep milliseconds', () => {
    expect(addSpan('2026-01-05T09:00:00Z', 'PT0.25S', utc)).toBe('2026-01-05T09:00:00.250Z');
  });
});

describe('working days', () => {
  test('skip the weekend', () => {
    expect(addSpan('2026-01-09T09:00:00Z', '1bd', utc)).toBe('2026-01-12T09:00:00.000Z');
  });

  test('skip holidays and the weekend between them', () => {
    expect(addSpan('2026-04-02T07:00:00Z', '1bd', berlin)).toBe('2026-04-07T07:00:00.000Z');
  });

  test('keep the local time of day over a clock change', () => {
    expect(addSpan('2026-03-27T08:00:00Z', '1bd', berlin)).toBe('2026-03-30T07:00:00.000Z');
  });

  test('count the local date and not the date in UTC', () => {
    // Sunday evening in New York is Monday in UTC.
    expect(addSpan('2026-01-12T01:00:00Z', '1bd', newYork)).toBe('2026-01-13T01:00:00.000Z');
  });

  test('go back over the weekend', () => {
    expect(addSpan('2026-01-12T09:00:00Z', '-3bd', utc)).toBe('2026-01-07T09:00:00.000Z');
  });

  test('go back over a holiday', () => {
    expect(addSpan('2026-12-28T15:00:00Z', '-1bd', newYork)).toBe('2026-12-24T15:00:00.000Z');
  });

  test('move from a day off to the next working day when none are added', () => {
    expect(addSpan('2026-12-25T15:00:00Z', '0bd', newYork)).toBe('2026-12-28T15:00:00.000Z');
  });

  test('stay on a working day when none are added', () => {
    expect(addSpan('2026-12-24T15:00:00Z', '0bd', newYork)).toBe('2026-12-24T15:00:00.000Z');
  });

  test('count the first working day after a day off as one', () => {
    expect(addSpan('2026-01-10T09:00:00Z', '1bd', utc)).toBe('2026-01-12T09:00:00.000Z');
  });

  test('follow a week that starts on Sunday', () => {
    const cairo = { zone: 'Africa/Cairo', workingWeekdays: [7, 1, 2, 3, 4], holidays: [] };
    expect(addSpan('2026-01-08T09:00:00Z', '1bd', cairo)).toBe('2026-01-11T09:00:00.000Z');
  });

  test('add up to a year of 261', () => {
    expect(addSpan('2026-01-01T09:00:00Z', '261bd', utc)).toBe('2027-01-01T09:00:00.000Z');
  });

  test('cannot be counted in a calendar without any', () => {
    const never = { ...utc, workingWeekdays: [] };
    expect(() => addSpan('2026-01-05T09:00:00Z', '1bd', never)).toThrow(/no working weekday/);
  });
});

describe('text', () => {
  test.each(['P10D', 'PT4H', '-P2D', '+P1D', 'P1Y2M3W4DT5H6M7.5S', '10bd', '-3bd', '0bd', ' P1D '])(
    '%j is a span',
    (text) => {
      expect(isSpan(text)).toBe(true);
    },
  );

  test.each([
    '',
    'P',
    'PT',
    'P1',
    '10',
    '10d',
    'bd',
    '1.5bd',
    '99999bd',
    'P1DT',
    'p1d',
    'P1H',
    'date("2026-01-01")',
  ])('%j is not a span', (text) => {
    expect(isSpan(text)).toBe(false);
  });

  test('that is no span is refused with what to write instead', () => {
    expect(() => addSpan('2026-01-05T09:00:00Z', 'ten days', utc)).toThrow(
      new RangeError(
        '"ten days" is not a span. Use a duration such as P10D or PT4H, or 10bd for working days.',
      ),
    );
  });

  test('that leads past the year 9999 is refused', () => {
    expect(() => addSpan('2026-01-05T09:00:00Z', 'P9999Y', utc)).toThrow(/outside the years 0 to 9999/);
  });
});
