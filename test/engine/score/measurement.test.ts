// Observations are aggregated over time before they are scored.
import { describe, expect, test } from 'vitest';
import type { Measure, Observation } from '../../../engine/index.ts';
import { takeMeasurement } from '../../../engine/score/measurement.ts';
import { aMeasure, anObservation, aWindow } from './given.ts';

const quarter = (index: number, given: Partial<Observation>): Observation =>
  anObservation({
    id: `q${index}`,
    periodStart: `2025-0${index * 3 - 2}-01`,
    periodEnd: `2025-0${index * 3}-28`,
    at: '2025-12-01T00:00:00Z',
    ...given,
  });
const measured = (measure: Partial<Measure>, observations: Observation[]) =>
  takeMeasurement(aMeasure(measure), observations, aWindow()).measurement;
const value = (measure: Partial<Measure>, observations: Observation[]) =>
  measured(measure, observations).value;

const three = [
  quarter(1, { value: 4, n: 1 }),
  quarter(2, { value: 1, n: 1 }),
  quarter(3, { value: 2, n: 2 }),
];

test.each<[Measure['timeAggregation'], number]>([
  ['sum', 7],
  ['mean', 7 / 3],
  ['weightedMean', 2.25],
  ['last', 2],
  ['min', 1],
  ['max', 4],
])('%s of three observations', (timeAggregation, expected) => {
  expect(measured({ timeAggregation }, three)).toEqual({
    value: expected,
    observationCount: 3,
    provisionalShare: 0,
  });
});

test('adds decimals without the noise of binary fractions', () => {
  expect(value({ timeAggregation: 'sum' }, [quarter(1, { value: 0.1 }), quarter(2, { value: 0.2 })])).toBe(
    0.3,
  );
});

describe('a ratio', () => {
  const parts = [
    quarter(1, { value: null, numerator: 1, denominator: 2 }),
    quarter(2, { value: null, numerator: 1, denominator: 8 }),
  ];

  test('is the sum of the numerators over that of the denominators', () => {
    expect(value({ timeAggregation: 'ratio' }, parts)).toBe(0.2);
  });

  test('is in percent when the unit is', () => {
    expect(value({ timeAggregation: 'ratio', kind: 'percent', unit: '%' }, parts)).toBe(20);
  });

  test('over a denominator of 0 is missing', () => {
    const nothing = [quarter(1, { value: null, numerator: 3, denominator: 0 })];
    expect(value({ timeAggregation: 'ratio' }, nothing)).toBeNull();
  });

  test('that comes as one value is that value, and two of them are not averaged', () => {
    const [first, second] = [quarter(1, { value: 0.4 }), quarter(2, { value: 0.6 })];
    expect(value({ timeAggregation: 'ratio' }, [first])).toBe(0.4);
    expect(value({ timeAggregation: 'ratio' }, [first, second])).toBeNull();
  });
});

describe('left out', () => {
  test('are void observations and those outside the window', () => {
    const observations = [
      quarter(1, { value: 5 }),
      quarter(2, { value: 7, status: 'void' }),
      quarter(3, { value: 9, periodEnd: '2026-01-31' }),
    ];
    expect(measured({ timeAggregation: 'sum' }, observations)).toMatchObject({
      value: 5,
      observationCount: 1,
    });
  });

  test('are corrected observations', () => {
    const observations = [quarter(1, { value: 5 }), quarter(1, { id: 'fixed', value: 6, supersedes: 'q1' })];
    expect(value({ timeAggregation: 'sum' }, observations)).toBe(6);
  });

  test('are corrections that were voided themselves', () => {
    const correction = quarter(1, { id: 'fixed', value: 6, supersedes: 'q1', status: 'void' });
    expect(value({ timeAggregation: 'sum' }, [quarter(1, { value: 5 }), correction])).toBe(5);
  });

  test('are observations of other measures', () => {
    expect(measured({ timeAggregation: 'sum' }, [quarter(1, { measureId: 'other' })])).toEqual({
      value: null,
      observationCount: 0,
      provisionalShare: 0,
    });
  });
});

describe('the last observation', () => {
  test('is that of the latest period', () => {
    expect(value({}, [quarter(3, { value: 3 }), quarter(1, { value: 1 })])).toBe(3);
  });

  test('of the same period is the one recorded last', () => {
    const early = quarter(3, { id: 'b', value: 1, at: '2025-12-01T00:00:00Z' });
    const late = quarter(3, { id: 'a', value: 2, at: '2025-12-01T00:00:00.5Z' });
    expect(value({}, [late, early])).toBe(2);
  });
});

test('the provisional share is that of the observations behind the value', () => {
  const observations = [quarter(1, { value: 1, status: 'provisional' }), quarter(2, { value: 2 })];
  expect(measured({ timeAggregation: 'sum' }, observations).provisionalShare).toBe(0.5);
  expect(measured({ timeAggregation: 'min' }, observations).provisionalShare).toBe(1);
  expect(measured({ timeAggregation: 'last' }, observations).provisionalShare).toBe(0);
});

test('levels of a rubric are never averaged', () => {
  const rubric: Partial<Measure> = {
    kind: 'rubric',
    timeAggregation: 'mean',
    standards: { kind: 'levels', levels: { 1: 0, 5: 120 } },
  };
  expect(value(rubric, [quarter(1, { value: '1' }), quarter(2, { value: '5' })])).toBe('5');
});

test('a date is measured in working days after the day it was due', () => {
  const date: Partial<Measure> = { kind: 'date', direction: 'decrease', dueFrom: '2025-09-19' };
  expect(value(date, [quarter(3, { value: '2025-09-23' })])).toBe(2);
  expect(value(date, [quarter(3, { value: '2025-09-17' })])).toBe(-2);
  expect(value({ ...date, dueFrom: null }, [quarter(3, { value: '2025-09-17' })])).toBeNull();
});
