// The pace of every additive measure of a document, when it is asked for.
import { expect, test } from 'vitest';
import { scoreDocument } from '../../../../engine/index.ts';
import { alwaysActive } from '../../../../engine/score/activity.ts';
import { paceReport } from '../../../../engine/score/document/pace-report.ts';
import { aGoal, aMeasure, anObservation, points, utc, year } from '../given.ts';
import { aDocument, measure, observed } from './given.ts';

test('is told when it is asked for, and not reckoned otherwise', () => {
  const document = aDocument({
    measures: [measure('m', { timeAggregation: 'sum' })],
    observations: [observed('m', 60)],
  });
  expect(scoreDocument(document)).not.toHaveProperty('pace');
  expect(scoreDocument(document, { withPace: true })).toMatchObject({
    pace: { m: { score: 60, elapsed: 1 } },
  });
});

test('counts the values of the measures that a measure adds up', () => {
  const document = aDocument({
    measures: [
      measure('whole', { timeAggregation: 'sum', valueFrom: ['part'] }),
      measure('part', { timeAggregation: 'sum', weight: 0 }),
    ],
    observations: [observed('whole', 30), observed('part', 40)],
  });
  expect(scoreDocument(document, { withPace: true })).toMatchObject({ pace: { whole: { score: 70 } } });
});

test('looks at each observation once, however many measures there are', () => {
  let looks = 0;
  const many = Array.from({ length: 50 }, (_, index) => `m${index}`);
  const observations = many.map((id) => ({
    ...anObservation({ id: `o-${id}`, value: 100 }),
    get measureId() {
      looks += 1;
      return id;
    },
  }));
  const standards = points(0, 100, 120);
  const paces = paceReport({
    period: year,
    segments: [
      {
        period: year,
        version: 1,
        goals: [aGoal()],
        measures: many.map((id) => aMeasure({ id, timeAggregation: 'sum', standards })),
        components: [],
        rates: {},
      },
    ],
    observations,
    rated: new Map(),
    todayOf: () => year.end,
    calendarOf: () => utc,
    activeTimeOf: () => alwaysActive,
  });
  expect(Object.keys(paces)).toHaveLength(50);
  expect(looks).toBeLessThan(10 * observations.length);
});
