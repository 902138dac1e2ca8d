import { expect, test } from 'vitest';
import { daysToRecord, recordedFor } from '../../../../editor/goals/measure/observed-days.ts';
import type { Measure, Observation } from '../../../../engine/index.ts';

const measure: Measure = {
  ...{ id: 'permits', goalId: 'quick', version: 1, title: 'Permits', kind: 'number', unit: 'permits' },
  ...{ direction: 'increase', timeAggregation: 'sum', standards: null, weight: 1, critical: false },
  ...{ missingPolicy: 'exclude', waived: false, dueFrom: null, source: 'register' },
};
const level: Measure = { ...measure, timeAggregation: 'last' };
const observed = (id: string, periodStart: string, periodEnd: string): Observation => ({
  ...{ id, measureId: 'permits', componentId: 'office', periodStart, periodEnd, value: 10 },
  ...{ numerator: null, denominator: null, n: null, status: 'verified', supersedes: null },
  ...{ source: 'manual', enteredBy: 'pat', at: '2026-04-01T00:00:00Z' },
});
const period = { start: '2026-01-01', end: '2026-12-31' };
const first = observed('first', '2026-01-01', '2026-03-31');

test('the second quarter of a sum is recorded beside the first and replaces nothing', () => {
  const days = daysToRecord(measure, { observations: [first], period, today: '2026-06-30' });
  expect(days).toEqual({ start: '2026-04-01', end: '2026-06-30' });
  expect(recordedFor(measure, days, [first])).toEqual({ replaced: null, overlapping: [] });
});

test.each([
  ['the first value is for the plan until today', [], '2026-06-30', ['2026-01-01', '2026-06-30']],
  ['after the plan has ended a value is for its days', [first], '2027-01-20', ['2026-04-01', '2026-12-31']],
  ['before the plan has begun it is for its first day', [], '2025-12-20', ['2026-01-01', '2026-01-01']],
  [
    'a value that was recorded today has one of today after it',
    [first],
    '2026-03-31',
    ['2026-03-31', '2026-03-31'],
  ],
])('%s', (_, observations, today, [start, end]) => {
  expect(daysToRecord(measure, { observations, period, today })).toEqual({ start, end });
});

test('a value is for days on which the measure is in force', () => {
  const days = (given: Partial<Measure>, today: string) =>
    daysToRecord({ ...measure, ...given }, { observations: [], period, today });
  expect(days({ effectiveFrom: '2026-04-01' }, '2026-06-30')).toEqual({
    start: '2026-04-01',
    end: '2026-06-30',
  });
  expect(days({ effectiveTo: '2026-03-31' }, '2026-06-30')).toEqual({
    start: '2026-01-01',
    end: '2026-03-31',
  });
  expect(days({ effectiveFrom: '2027-01-01' }, '2026-06-30')).toEqual({
    start: '2026-01-01',
    end: '2026-06-30',
  });
});

test('a value that was taken back or corrected leaves its days open', () => {
  const gone = { ...first, status: 'void' as const };
  const short = { ...observed('short', '2026-01-01', '2026-02-28'), supersedes: 'first' };
  const from = (observations: Observation[]) =>
    daysToRecord(measure, { observations, period, today: '2026-06-30' }).start;
  expect([from([gone]), from([first, short])]).toEqual(['2026-01-01', '2026-03-01']);
});

test('a level is as of a day', () => {
  const days = daysToRecord(level, { observations: [first], period, today: '2026-06-30' });
  expect(days).toEqual({ start: '2026-06-30', end: '2026-06-30' });
});

test('a value for days that have one already says which it replaces and which counts beside it', () => {
  const second = observed('second', '2026-04-01', '2026-06-30');
  const all = [first, second];
  expect(recordedFor(measure, { start: '2026-01-01', end: '2026-03-31' }, all)).toEqual({
    replaced: first,
    overlapping: [],
  });
  expect(recordedFor(measure, { start: '2026-01-01', end: '2026-05-31' }, all)).toEqual({
    replaced: null,
    overlapping: all,
  });
});

test('two milestones that are reached on one day are recorded beside each other', () => {
  const milestones: Measure = { ...level, kind: 'milestones' };
  const draft = { ...observed('draft', '2026-03-01', '2026-03-01'), value: 'draft-done' };
  const day = { start: '2026-03-01', end: '2026-03-01' };
  expect(recordedFor(milestones, { ...day, value: 'tested' }, [draft]).replaced).toBeNull();
  expect(recordedFor(milestones, { ...day, value: 'draft-done' }, [draft]).replaced).toBe(draft);
});

const monthly: Measure = { ...measure, cadence: 'P1M' };
test.each([
  [
    'the months that have ended since the last value',
    monthly,
    [first],
    '2026-06-20',
    ['2026-04-01', '2026-05-31'],
  ],
  [
    'the days since the last value, when no month has ended since',
    monthly,
    [first],
    '2026-04-12',
    ['2026-04-01', '2026-04-12'],
  ],
  [
    'the months that have ended, of a plan without values',
    monthly,
    [],
    '2026-03-10',
    ['2026-01-01', '2026-02-28'],
  ],
  [
    'a quarter that ends today',
    { ...measure, cadence: 'P3M' },
    [],
    '2026-03-31',
    ['2026-01-01', '2026-03-31'],
  ],
  [
    'the end of the last month, of a level',
    { ...monthly, timeAggregation: 'last' },
    [],
    '2026-06-20',
    ['2026-05-31', '2026-05-31'],
  ],
  [
    'today, of a level whose last month is recorded',
    { ...monthly, timeAggregation: 'last' },
    [observed('may', '2026-05-31', '2026-05-31')],
    '2026-06-20',
    ['2026-06-20', '2026-06-20'],
  ],
  [
    'today, of a cadence that goes nowhere',
    { ...measure, cadence: 'P0M' },
    [],
    '2026-03-10',
    ['2026-01-01', '2026-03-10'],
  ],
] as [string, Measure, Observation[], string, string[]][])(
  'what is observed by a cadence is recorded for %s',
  (_, of, observations, today, [start, end]) => {
    expect(daysToRecord(of, { observations, period, today })).toEqual({ start, end });
  },
);

test('months are counted from the first day of the plan, whatever their length', () => {
  const from31 = { start: '2026-01-31', end: '2026-12-31' };
  const days = daysToRecord(monthly, { observations: [], period: from31, today: '2026-04-02' });
  expect(days).toEqual({ start: '2026-01-31', end: '2026-03-30' });
});
