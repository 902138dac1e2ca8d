// An organisation that was scored before is scored anew only where something is another since; what comes out is the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish, type OrganisationScoring, scoringOrganisation } from '../../../engine/index.ts';
import { drawn, ids, organisation } from './drawn-organisation.ts';
import { aGoal, aMeasure, anObservation, points } from './given.ts';

type Change = (given: OrganisationScoring, pick: number) => OrganisationScoring;

const at = <Item>(items: readonly Item[], pick: number): number =>
  items.length === 0 ? 0 : pick % items.length;
const changeAt = <Item>(items: readonly Item[], pick: number, change: (item: Item) => Item): Item[] =>
  items.map((item, index) => (index === at(items, pick) ? change(item) : item));
const without = <Item>(items: readonly Item[], pick: number): Item[] =>
  items.filter((_, index) => index !== at(items, pick));

const changes: Record<string, Change> = {
  nothing: (given) => structuredClone({ ...given, calendarOf: undefined }),
  'a figure': (given, pick) => ({
    ...given,
    observations: changeAt(given.observations, pick, (one) => ({ ...one, value: Number(one.value) + 7 })),
  }),
  'a figure more': ({ measures, observations, ...given }, pick) => ({
    ...given,
    measures,
    observations: [
      ...observations,
      anObservation({
        ...{ id: `more${observations.length}`, measureId: measures[at(measures, pick)]?.id ?? '' },
        ...{ periodStart: '2025-05-11', periodEnd: '2025-05-20', value: pick % 130 },
      }),
    ],
  }),
  'a figure less': (given, pick) => ({ ...given, observations: without(given.observations, pick) }),
  'a standard': (given, pick) => ({
    ...given,
    measures: changeAt(given.measures, pick, (one) => ({ ...one, standards: points(0, 50 + (pick % 50)) })),
  }),
  'the days of a measure': (given, pick) => ({
    ...given,
    measures: changeAt(given.measures, pick, (one) => ({ ...one, effectiveFrom: '2025-04-01' })),
  }),
  'what a goal serves': (given, pick) => ({
    ...given,
    goals: changeAt(given.goals, pick, (one) => ({ ...one, alignments: [] })),
  }),
  'a goal less': (given, pick) => ({ ...given, goals: without(given.goals, pick) }),
  'a goal more': (given, pick) => {
    const id = `more${given.goals.length}`;
    const goal = aGoal({ id, componentId: ids[at(ids, pick)] ?? '', minCoverage: 0 });
    return {
      ...given,
      goals: [...given.goals, goal],
      measures: [...given.measures, aMeasure({ id: `m-${id}`, goalId: id })],
      observations: [
        ...given.observations,
        anObservation({ id: `o-${id}`, measureId: `m-${id}`, value: 40 }),
      ],
    };
  },
  'who came when': (given, pick) => ({
    ...given,
    components: changeAt(given.components, pick, (one) => ({ ...one, activeFrom: '2025-08-01' })),
  }),
  'a long leave': (given, pick) => ({
    ...given,
    components: changeAt(given.components, pick, (one) => ({
      ...one,
      absences: [{ start: '2025-02-01', end: '2025-09-30' }],
    })),
  }),
  'what it is a part of': (given, pick) => ({
    ...given,
    components: changeAt(given.components, pick, (one) => ({ ...one, parentId: null })),
  }),
  'a component less': (given, pick) => ({ ...given, components: without(given.components, pick) }),
  'a kind': (given, pick) => ({
    ...given,
    components: changeAt(given.components, pick, (one) => ({ ...one, kind: 'employee' })),
  }),
  'the day': (given) => ({ ...given, at: '2025-07-01T12:00:00.000Z' }),
  'the calendar of one': (given, pick) => ({
    ...given,
    calendarOf: (id) =>
      id === ids[at(ids, pick)] ? { ...given.calendar, zone: 'Pacific/Auckland' } : given.calendar,
  }),
  'the period': (given) => ({ ...given, period: { start: '2025-03-01', end: '2025-12-31' } }),
};

const steps = fc.array(fc.record({ name: fc.constantFrom(...Object.keys(changes)), pick: fc.nat(1000) }), {
  minLength: 1,
  maxLength: 6,
});

test('whatever changes, what was scored before makes no difference to the scores', () => {
  fc.assert(
    fc.property(drawn, steps, (given, chosen) => {
      let now: OrganisationScoring = organisation(given);
      let { before } = finish(scoringOrganisation(now));
      for (const { name, pick } of chosen) {
        now = changes[name]?.(now, pick) ?? now;
        const again = finish(scoringOrganisation(now, before));
        expect([name, again.scores]).toEqual([name, finish(scoringOrganisation(now)).scores]);
        before = again.before;
      }
    }),
    { numRuns: 60 },
  );
});
