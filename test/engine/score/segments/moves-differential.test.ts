// What moves change is scored by looking at it alone; here it is compared with the plain way, for drawn organisations.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Goal,
  type OrganisationScoring,
  type Station,
  scoreOrganisation,
} from '../../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, whole } from '../given.ts';
import { scoreMovedPlainly } from './moved-plainly.ts';

const ids = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];
const dayOf = (month: number, day = 1) =>
  `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

interface Drawn {
  /** Of each, one before it, or none. */
  parents: number[];
  goals: {
    has: boolean;
    scoreMode: Goal['scoreMode'];
    serves: number;
    aggregation: 'mean' | 'last' | 'sum';
  }[];
  values: { unit: number; month: number; value: number }[];
  moves: { unit: number; to: number; month: number; day: number }[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  parents: fc.tuple(...ids.map((_, index) => fc.integer({ min: -1, max: index - 1 }))),
  goals: fc.array(
    fc.record({
      has: fc.boolean(),
      scoreMode: fc.constantFrom('own' as const, 'children' as const, 'mixed' as const),
      serves: fc.nat(7),
      aggregation: fc.constantFrom('mean' as const, 'last' as const, 'sum' as const),
    }),
    { minLength: ids.length, maxLength: ids.length },
  ),
  values: fc.array(
    fc.record({ unit: fc.nat(7), month: fc.integer({ min: 1, max: 12 }), value: fc.nat(120) }),
    { maxLength: 30 },
  ),
  moves: fc.array(
    fc.record({
      ...{ unit: fc.nat(7), to: fc.nat(7) },
      ...{ month: fc.integer({ min: 1, max: 12 }), day: fc.constantFrom(1, 15) },
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

/** A move goes to one before it, so that no tree ever runs in a circle. */
function stationsOf({ parents, moves }: Drawn): Station[] {
  const stood = new Map(ids.map((id, index) => [id, ids[parents[index] ?? -1] ?? null]));
  const first = [...stood].map(([componentId, parentId]) => ({ componentId, parentId, from: '2020-01-01' }));
  const later = moves
    .filter(({ unit, to }) => to < unit)
    .toSorted((a, b) => (dayOf(a.month, a.day) < dayOf(b.month, b.day) ? -1 : 1))
    .flatMap(({ unit, to, month, day }): Station[] => {
      const [componentId, parentId] = [ids[unit] ?? '', ids[to] ?? null];
      if (stood.get(componentId) === parentId) return [];
      stood.set(componentId, parentId);
      return [{ componentId, parentId, from: dayOf(month, day) }];
    });
  const onOneDay = new Map([...first, ...later].map((one) => [`${one.componentId} ${one.from}`, one]));
  const all = [...onOneDay.values()];
  const movers = new Set(later.map(({ componentId }) => componentId));
  return all.filter(({ componentId }) => movers.has(componentId));
}

function organisation(given: Drawn): OrganisationScoring & { stations: Station[] } {
  const stations = stationsOf(given);
  const now = new Map(ids.map((id, index) => [id, ids[given.parents[index] ?? -1] ?? null]));
  for (const { componentId, parentId } of stations) now.set(componentId, parentId);
  const having = ids.filter((_, index) => given.goals[index]?.has);
  const goalOf = (id: string) => given.goals[ids.indexOf(id)];
  const values = new Map(given.values.map((one) => [`${one.unit} ${one.month}`, one]));
  return {
    ...whole,
    stations,
    components: ids.map((id) => ({ id, parentId: now.get(id) ?? null, kind: 'team' })),
    goals: having.map((id) => {
      const parent = ids[goalOf(id)?.serves ?? 0] ?? '';
      const serves = parent < id && having.includes(parent);
      return aGoal({
        ...{ id: `g-${id}`, componentId: id, minCoverage: 0, ownShare: 0.5 },
        scoreMode: goalOf(id)?.scoreMode ?? 'own',
        alignments: serves
          ? [{ parentGoalId: `g-${parent}`, mode: 'contributes', share: 1, contribution: 2 }]
          : [],
      });
    }),
    measures: having.map((id) =>
      aMeasure({ id: `m-${id}`, goalId: `g-${id}`, timeAggregation: goalOf(id)?.aggregation ?? 'mean' }),
    ),
    observations: [...values.values()].flatMap(({ unit, month, value }, index) =>
      goalOf(ids[unit] ?? '')?.has
        ? [
            anObservation({
              ...{ id: `o${index}`, measureId: `m-${ids[unit]}`, componentId: ids[unit] ?? '', value },
              ...{ periodStart: dayOf(month), periodEnd: dayOf(month, 10) },
            }),
          ]
        : [],
    ),
  };
}

/** Of a node that no move reaches the plain way rounds once more. */
const nearly = (score: number | null): number | null =>
  score === null ? null : Math.round(score * 100) / 100;

test('whatever moves where and when, everything scores as it does in the plain way', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const input = organisation(given);
      const found = scoreOrganisation(input);
      const plain = scoreMovedPlainly(input);
      for (const id of ids) {
        const [a, b] = [found.get(id)?.score ?? null, plain.get(id) ?? null];
        const isSame = a === b || (a !== null && b !== null && Math.abs(a - b) < 0.01);
        expect([id, isSame ? nearly(b) : a]).toEqual([id, nearly(b)]);
      }
    }),
    { numRuns: 300 },
  );
});
