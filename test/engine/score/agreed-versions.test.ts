import { expect, test } from 'vitest';
import { type AgreedVersion, scoreComponent } from '../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, points, whole } from './given.ts';

const goal = aGoal();
const measure = aMeasure();
const observations = [anObservation({ value: 90 })];
const version = (number: number, from: string, meets: number): AgreedVersion => ({
  version: number,
  from,
  goals: [goal],
  measures: [{ ...measure, standards: points(0, meets, 200) }],
});
const scored = (agreed: AgreedVersion[], now = aMeasure({ standards: points(0, 50, 200) })) =>
  scoreComponent({ componentId: 'unit', goals: [goal], measures: [now], observations, agreed, ...whole })
    .score;

test('what was changed and not agreed does not count', () => {
  expect(scored([version(1, '2025-02-01', 100)])).toBe(90);
});

test('without an agreed version what stands now counts', () => {
  expect(scored([], measure)).toBe(90);
});

test('a standard that was agreed anew counts from that day on, by active days', () => {
  // 181 days by 100 (90) and 184 days by 180 (50), of 365.
  expect(scored([version(1, '2025-01-20', 100), version(2, '2025-07-01', 180)])).toBeCloseTo(
    (181 * 90 + 184 * 50) / 365,
    4,
  );
});

test('a version that was agreed on the first day counts for all of the period', () => {
  expect(scored([version(1, '2024-12-01', 100), version(2, '2025-01-01', 180)])).toBe(50);
});

test('a goal that was agreed later counts from then on', () => {
  const late = aGoal({ id: 'late' });
  const lateMeasure = aMeasure({ id: 'late-measure', goalId: 'late' });
  const first = version(1, '2025-01-01', 100);
  const second = {
    ...version(2, '2025-07-01', 100),
    goals: [goal, late],
    measures: [...first.measures, lateMeasure],
  };
  const more = anObservation({ id: 'o2', measureId: 'late-measure', value: 50 });
  const { score } = scoreComponent({
    componentId: 'unit',
    goals: [goal, late],
    measures: [measure, lateMeasure],
    observations: [...observations, more],
    agreed: [first, second],
    ...whole,
  });
  expect(score).toBeCloseTo((181 * 90 + 184 * 70) / 365, 4);
});
