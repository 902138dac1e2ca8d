// A measure counts on the days on which it is in force, and on no others.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  type ComponentScore,
  type Measure,
  type Observation,
  progressReport,
  scoreComponent,
} from '../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, points, whole } from './given.ts';

interface Given {
  measures: Measure[];
  observations: Observation[];
  at?: string;
}
const asked = (given: Given) => ({ ...whole, componentId: 'unit', goals: [aGoal()], ...given });
const scoreOf = (given: Given): ComponentScore => scoreComponent(asked(given));
const progressIn = (given: Given) => progressReport(asked(given));

const other = aMeasure({ id: 'other', weight: 3 });
const ofOther = anObservation({ id: 'of-other', measureId: 'other', value: 90 });

test('a measure without a day in the period is left out, as if it were not there', () => {
  const next = aMeasure({ id: 'next', effectiveFrom: '2026-01-01', missingPolicy: 'zero' });
  const past = aMeasure({ id: 'past', effectiveTo: '2024-12-31', missingPolicy: 'block' });
  const values = [next, past].map(({ id }) => anObservation({ id: `of-${id}`, measureId: id, value: 10 }));
  const without = scoreOf({ measures: [other], observations: [ofOther] });
  expect(without).toMatchObject({ score: 90, coverage: 1 });
  expect(scoreOf({ measures: [next, other, past], observations: [ofOther, ...values] })).toEqual(without);
});

test('a measure that is not in force yet is not due, whatever its policy says of missing values', () => {
  const later = aMeasure({ effectiveFrom: '2025-07-01', missingPolicy: 'zero' });
  const given = { measures: [later, other], observations: [ofOther] };
  const [before] = scoreOf({ ...given, at: '2025-06-30T12:00:00.000Z' }).goals;
  expect(before).toMatchObject({ score: 90, coverage: 1, measures: [{ score: 90 }, { state: 'notDue' }] });
  const [since] = scoreOf({ ...given, at: '2025-07-01T12:00:00.000Z' }).goals;
  expect(since?.measures).toMatchObject([{ score: 90 }, { state: 'missing', score: 0 }]);
});

test('a score of before it was in force is not carried on', () => {
  const lastYear = anObservation({ value: 80, periodStart: '2024-12-01', periodEnd: '2024-12-31' });
  const carry = (given: Partial<Measure>) =>
    scoreOf({
      measures: [aMeasure({ missingPolicy: 'carry', ...given })],
      observations: [lastYear],
    }).goals[0]?.measures[0];
  expect(carry({})).toMatchObject({ state: 'scored', score: 80 });
  expect(carry({ effectiveFrom: '2025-01-01' })).toMatchObject({ state: 'missing', score: null });
});

test('values of parts count where they count above, and only on the days on which that measure is in force', () => {
  const parts = { ...aMeasure({ id: 'part', weight: 0 }) };
  const whole = aMeasure({ id: 'sum', valueFrom: ['part'], effectiveFrom: '2025-07-01' });
  const of = (periodEnd: string, value: number) =>
    anObservation({ id: periodEnd, measureId: 'part', periodStart: periodEnd, periodEnd, value });
  const found = scoreOf({ measures: [parts, whole], observations: [of('2025-03-31', 70)] });
  expect(found.goals[0]?.measures).toContainEqual(expect.objectContaining({ measureId: 'sum', score: null }));
});

const additive = (given: Partial<Measure>) =>
  aMeasure({
    timeAggregation: 'sum',
    standards: { kind: 'anchors', mode: 'linear', anchors: [0, 365].map((x) => ({ x, score: x / 3.65 })) },
    ...given,
  });

test('what adds up is expected by today over the days on which it is in force', () => {
  const at = '2025-07-11T12:00:00.000Z';
  const value = anObservation({ value: 10, periodStart: '2025-07-02', periodEnd: '2025-07-11' });
  const [found] = progressIn({
    measures: [additive({ effectiveFrom: '2025-07-02' })],
    observations: [value],
    at,
  });
  expect(found?.progress).toMatchObject({ actual: 1, expected: 1, standing: 'onPace' });
});

test('no value is overdue of a measure that is in force no more, nor because of values of before it was', () => {
  const march = anObservation({ periodStart: '2025-03-01', periodEnd: '2025-03-31', value: 90 });
  const stale = (given: Partial<Measure>) =>
    progressIn({ measures: [aMeasure(given)], observations: [march], at: '2025-09-01T12:00:00.000Z' }).map(
      ({ staleSince }) => staleSince,
    );
  expect(stale({})).toEqual(['2025-05-01']);
  expect(stale({ effectiveTo: '2025-06-30' })).toEqual([]);
  expect(stale({ effectiveFrom: '2025-07-01' })).toEqual([null]);
});

const anyDay = (first: string, days: number) => fc.nat({ max: days }).map((more) => addDays(first, more));
const kinds = fc.constantFrom<Partial<Measure>>(
  { timeAggregation: 'last' },
  { timeAggregation: 'mean' },
  { timeAggregation: 'sum', standards: points(0, 300, 400) },
  { timeAggregation: 'max' },
  { timeAggregation: 'last', missingPolicy: 'carry' },
  { kind: 'rubric', standards: { kind: 'levels', levels: { 1: 0, 2: 100 } } },
);

test('what is observed outside of its days changes nothing', () => {
  const outside = fc.array(
    fc.oneof(
      anyDay('2024-10-01', 150).map((day) => ({ day, end: '2025-03-31' })),
      anyDay('2025-10-01', 80).map((day) => ({ day, end: '2025-12-31' })),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(kinds, outside, fc.boolean(), anyDay('2025-03-01', 400), (kind, rows, has, today) => {
      const measure = aMeasure({ ...kind, effectiveFrom: '2025-04-01', effectiveTo: '2025-09-30' });
      const inside = anObservation({ value: 2, periodStart: '2025-05-01', periodEnd: '2025-05-31' });
      const own = has ? [inside, ofOther] : [ofOther];
      const strange = rows.map(({ day, end }, index) =>
        anObservation({ id: `out-${index}`, value: 1, periodStart: day, periodEnd: end }),
      );
      const given = { measures: [measure, other], at: `${today}T12:00:00.000Z` };
      const with_ = { ...given, observations: [...own, ...strange] };
      expect(scoreOf(with_)).toEqual(scoreOf({ ...given, observations: own }));
      expect(progressIn(with_)).toEqual(progressIn({ ...given, observations: own }));
    }),
  );
});
