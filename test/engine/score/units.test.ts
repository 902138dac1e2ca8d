// Money and durations come in one unit before they are added or averaged.
import { describe, expect, test } from 'vitest';
import { convert } from '../../../engine/score/amount.ts';
import { inUnit, secondsOf } from '../../../engine/score/duration.ts';
import { fractionOf, toNumber } from '../../../engine/score/fraction.ts';
import { takeMeasurement } from '../../../engine/score/measurement.ts';
import { aMeasure, anObservation, aWindow } from './given.ts';

const seconds = (value: number | string, unit: string) => {
  const read = secondsOf(value, unit);
  return read && toNumber(read);
};

describe('a duration', () => {
  test('of 6.41 hours.minutes is 6 h 41 min and not 6.41 hours', () => {
    expect(seconds(6.41, 'hours.minutes')).toBe(6 * 3600 + 41 * 60);
    expect(seconds(6.41, 'hours')).toBe(23_076);
    expect(seconds(0.3, 'hh.mm')).toBe(30 * 60);
    expect(seconds(1.07, 'minutes.seconds')).toBe(67);
  });

  test('on a clock has fewer than sixty sixtieths, and no parts of them', () => {
    expect([6.59, 6.6, 6.75, 6.415, -6.6].map((value) => seconds(value, 'hours.minutes'))).toEqual([
      6 * 3600 + 59 * 60,
      null,
      null,
      null,
      null,
    ]);
  });

  test('is seconds where no unit is known, and may be written in ISO 8601', () => {
    expect([seconds(90, ''), seconds('PT6H41M', 'hours'), seconds('P1DT1S', '')]).toEqual([
      90, 24_060, 86_401,
    ]);
    expect([seconds('P1M', 'days'), seconds('6:41', 'hours'), seconds(Number.NaN, 'hours')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is shown in the unit of its measure', () => {
    expect([inUnit(fractionOf(24_060), 'hours.minutes'), inUnit(fractionOf(5400), 'hours')]).toEqual([
      6.41, 1.5,
    ]);
  });

  test('is averaged as a duration: 6 h 41 min and 7 h 21 min are 7 h 01 min', () => {
    const measure = aMeasure({ kind: 'duration', unit: 'hours.minutes', timeAggregation: 'mean' });
    const observations = [6.41, 7.21].map((value, index) => anObservation({ id: `o${index}`, value }));
    expect(takeMeasurement(measure, observations, aWindow()).measurement.value).toBe(7.01);
  });
});

describe('an amount', () => {
  const rates = { 'USD/EUR': 0.92, 'EUR/JPY': 160, 'KWD/USD': 3.25 };
  const converted = (amount: number, from: string, to: string) => {
    const value = convert(fractionOf(amount), { from, to }, rates);
    return value && toNumber(value);
  };

  test('is converted with the rate of the plan, either way round', () => {
    expect(converted(10_000, 'USD', 'EUR')).toBe(9200);
    expect(converted(9200, 'EUR', 'USD')).toBe(10_000);
    expect(converted(500, 'EUR', 'EUR')).toBe(500);
  });

  test('counts the minor units that its currency has', () => {
    // 1.00 EUR is 160 JPY, which has no minor unit; 1.000 KWD is 3.25 USD.
    expect(converted(100, 'EUR', 'JPY')).toBe(160);
    expect(converted(1000, 'KWD', 'USD')).toBe(325);
  });

  test('without a rate is not converted', () => {
    expect(converted(100, 'CHF', 'EUR')).toBeNull();
  });

  test('of another currency is added up in that of the measure', () => {
    const measure = aMeasure({ kind: 'currency', unit: 'EUR', timeAggregation: 'sum' });
    const observations = [
      anObservation({ id: 'euro', value: 10_000 }),
      anObservation({ id: 'dollar', value: 10_000, currency: 'USD' }),
    ];
    expect(takeMeasurement(measure, observations, aWindow({ rates })).measurement.value).toBe(19_200);
  });
});
