// A score that is said to rest on no day is the same on every day.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Measure, type Observation, scoreComponent } from '../../../engine/index.ts';
import { restsOnDay } from '../../../engine/score/rests-on-day.ts';
import { aGoal, aMeasure, anObservation, points, utc, year } from './given.ts';

const days = ['2025-01-15', '2025-03-31', '2025-06-30', '2025-09-10', '2025-12-31', '2026-02-01'];
const aDay = fc.constantFrom(...days);

const measures: fc.Arbitrary<Measure> = fc
  .record({
    kind: fc.constantFrom('number' as const, 'percent' as const, 'milestones' as const),
    timeAggregation: fc.constantFrom('sum' as const, 'mean' as const, 'last' as const, 'max' as const),
    missingPolicy: fc.constantFrom('exclude' as const, 'zero' as const, 'carry' as const, 'block' as const),
    carryMaxAge: fc.constantFrom(undefined, 90),
    standards: fc.constantFrom(points(0, 100, 120), null),
    dueFrom: fc.constantFrom(null, null, '2025-06-01'),
    effectiveFrom: fc.constantFrom(null, null, '2025-04-01'),
    waived: fc.constantFrom(false, false, true),
    weight: fc.constantFrom(0, 1, 2),
  })
  .map(({ carryMaxAge, kind, ...given }) =>
    aMeasure({
      ...given,
      kind,
      ...(carryMaxAge === undefined ? {} : { carryMaxAge }),
      ...(kind === 'milestones'
        ? { milestones: [{ id: 'opened', title: 'Opened', due: '2025-05-31', weight: 1 }] }
        : {}),
    }),
  );

const observations: fc.Arbitrary<Observation> = fc
  .record({
    from: fc.integer({ min: 0, max: 11 }),
    value: fc.integer({ min: 0, max: 200 }),
    before: fc.boolean(),
  })
  .map(({ from, value, before }) => {
    const month = `${before ? 2024 : 2025}-${String(from + 1).padStart(2, '0')}`;
    const id = `${month}-${value}`;
    return anObservation({ id, periodStart: `${month}-01`, periodEnd: `${month}-28`, value });
  });

const cases = fc.sample(
  fc.tuple(fc.array(measures, { minLength: 1, maxLength: 3 }), fc.array(observations), aDay, aDay),
  {
    numRuns: 2_000,
    seed: 20260105,
  },
);

test('what can change from day to day is told by its measures', () => {
  let changed = 0;
  let steady = 0;
  for (const [given, seen, ...on] of cases) {
    const own = given.map((measure, index) => ({ ...measure, id: `measure-${index}` }));
    const [one, other] = on.map((day) =>
      scoreComponent({
        componentId: 'unit',
        goals: [aGoal()],
        measures: own,
        observations: own.flatMap(({ id }) => seen.map((observation) => ({ ...observation, measureId: id }))),
        period: year,
        at: `${day}T12:00:00.000Z`,
        calendar: utc,
      }),
    );
    const same = JSON.stringify(one) === JSON.stringify(other);
    if (restsOnDay(own)) changed += same ? 0 : 1;
    else {
      steady += 1;
      expect(other).toEqual(one);
    }
  }
  expect(changed).toBeGreaterThan(100);
  expect(steady).toBeGreaterThan(100);
});
