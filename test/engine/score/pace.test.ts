// Pace is a figure of its own beside the score.
import { expect, test } from 'vitest';
import { activeBetween, activityIn, alwaysActive } from '../../../engine/score/activity.ts';
import { paceOf } from '../../../engine/score/pace.ts';
import { scoreMeasure } from '../../../engine/score/score-measure.ts';
import { aMeasure, anObservation, aWindow, points, utc, year } from './given.ts';

const sales = aMeasure({ timeAggregation: 'sum', standards: points(0, 365, 438) });
const soFar = [anObservation({ id: 'q1', periodEnd: '2025-03-31', value: 99 })];
const march = aWindow({ today: '2025-03-31' });

test('an additive measure is held against the standards of the days that are over', () => {
  // 90 of 365 days: meets at 90, and 99 is half-way to 108.
  expect(paceOf(sales, soFar, march, alwaysActive)).toEqual({ score: 110, elapsed: 0.2466 });
});

test('the result is still held against the whole window', () => {
  expect(scoreMeasure(sales, { observations: soFar }, march).score.score).toBe(27.1233);
});

test('what is observed of days that are not over does not count', () => {
  const later = anObservation({ id: 'q2', periodStart: '2025-04-01', periodEnd: '2025-06-30', value: 500 });
  expect(paceOf(sales, [...soFar, later], march, alwaysActive)?.score).toBe(110);
});

test('days before the component was there are not over', () => {
  const time = activeBetween('2025-03-02', null);
  const window = { ...march, activity: activityIn({ period: year, segment: year }, time, utc) };
  // 30 days: meets at 30.
  expect(
    paceOf(
      sales,
      [anObservation({ periodStart: '2025-03-02', periodEnd: '2025-03-31', value: 30 })],
      window,
      time,
    ),
  ).toEqual({
    score: 100,
    elapsed: 0.0822,
  });
});

test('what does not add up over time has no pace, and neither has a window that has not begun', () => {
  expect(paceOf(aMeasure(), soFar, march, alwaysActive)).toBeNull();
  expect(paceOf(sales, soFar, aWindow({ today: '2024-12-31' }), alwaysActive)).toBeNull();
});
