// Organisations drawn at random: a tree in which components move, goals that contribute to each other, and figures.
import fc from 'fast-check';
import type { Goal, OrganisationScoring, Station } from '../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, whole } from './given.ts';

export const ids = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];
export const dayOf = (month: number, day = 1) =>
  `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export interface Drawn {
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

export const drawn: fc.Arbitrary<Drawn> = fc.record({
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

export function organisation(given: Drawn): OrganisationScoring & { stations: Station[] } {
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
