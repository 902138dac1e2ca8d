// How long the scores of 10,000 employees take, and what a figure, moves and dated measures add: `node test/bench/scores.ts`.
import {
  type Component,
  everyWeekdayInUtc,
  finish,
  type Goal,
  type Measure,
  type Observation,
  type OrganisationScoring,
  type ScoredOrganisation,
  type Station,
  scoringOrganisation,
} from '../../engine/index.ts';
import { aGoal, aMeasure, anObservation, points } from '../engine/score/given.ts';

const [DEPARTMENTS, TEAMS, PEOPLE] = [10, 20, 50];
const ROUNDS = 7;
const period = { start: '2026-01-01', end: '2026-12-31' };
const dayOf = (index: number): string => new Date(Date.UTC(2026, 0, 2 + index)).toISOString().slice(0, 10);
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

interface Shape {
  /** Employees that moved once, on so many days. */
  moves: number;
  days: number;
  /** Measures that come into force on the way, each on a day of its own. */
  dated: number;
}

type Placed = Pick<Component, 'id' | 'kind' | 'parentId'>;

function components(): Placed[] {
  const departments = range(DEPARTMENTS).map(
    (d): Placed => ({ id: `d${d}`, kind: 'department', parentId: 'all' }),
  );
  const teams = departments.flatMap(({ id }) =>
    range(TEAMS).map((t): Placed => ({ id: `${id}t${t}`, kind: 'team', parentId: id })),
  );
  const people = teams.flatMap(({ id }) =>
    range(PEOPLE).map((p): Placed => ({ id: `${id}p${p}`, kind: 'employee', parentId: id })),
  );
  return [{ id: 'all', kind: 'organisation', parentId: null }, ...departments, ...teams, ...people];
}

/** Each from its team into the next one. */
function stationsOf(people: readonly Placed[], { moves, days }: Shape): Station[] {
  const apart = Math.floor(people.length / Math.max(1, moves));
  return range(moves).flatMap((index) => {
    const { id = '', parentId = null } = people[index * apart] ?? {};
    const next = people[(index * apart + PEOPLE) % people.length]?.parentId ?? null;
    return [
      { componentId: id, parentId, from: '2025-01-01' },
      { componentId: id, parentId: next, from: dayOf((index % days) * Math.floor(300 / days)) },
    ];
  });
}

function organisation(shape: Shape): OrganisationScoring {
  const all = components();
  const people = all.filter(({ kind }) => kind === 'employee');
  const stations = stationsOf(people, shape);
  const now = new Map(stations.map(({ componentId, parentId }) => [componentId, parentId]));
  const link = (parentGoalId: string) =>
    ({ parentGoalId, mode: 'contributes', share: 1, contribution: 2 }) as const;
  const goals: Goal[] = all.flatMap(({ id, kind, parentId }) => {
    if (kind === 'team') return [aGoal({ id: `g-${id}`, componentId: id, scoreMode: 'children' })];
    if (kind !== 'employee') return [];
    return [aGoal({ id: `g-${id}`, componentId: id, alignments: [link(`g-${parentId}`)] })];
  });
  const measures: Measure[] = people.map(({ id }, index) =>
    aMeasure({
      ...{ id: `m-${id}`, goalId: `g-${id}`, standards: points(0, 90, 99) },
      effectiveFrom: index < shape.dated ? dayOf(index * 5) : null,
    }),
  );
  const observations: Observation[] = people.map(({ id }, index) =>
    anObservation({
      ...{ id: `o-${id}`, measureId: `m-${id}`, componentId: id, value: 50 + (index % PEOPLE) },
      ...{ periodStart: '2026-01-01', periodEnd: '2026-03-31' },
    }),
  );
  const placed = all.map((one) => ({ ...one, parentId: now.get(one.id) ?? one.parentId }));
  const when = { period, at: '2026-11-01T00:00:00.000Z', calendar: everyWeekdayInUtc };
  return { components: placed, stations, goals, measures, observations, ...when };
}

function afterFigure(given: OrganisationScoring, index: number): OrganisationScoring {
  const like = given.observations[index * 7];
  if (!like) throw new Error('There is no figure to add one beside.');
  const figure = { ...like, id: `more-${index}`, periodStart: '2026-04-01', periodEnd: '2026-06-30' };
  return { ...given, observations: [...given.observations, figure] };
}

const median = (took: number[]): number => took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;

function measure(shape: Shape): { anew: number; figure: number } {
  let given = organisation(shape);
  let before: ScoredOrganisation['before'] | null = null;
  const timed = (work: () => ScoredOrganisation): number => {
    const began = performance.now();
    before = work().before;
    return performance.now() - began;
  };
  const anew = range(ROUNDS).map(() => timed(() => finish(scoringOrganisation(given))));
  const figure = range(ROUNDS).map((index) => {
    given = afterFigure(given, index);
    return timed(() => finish(scoringOrganisation(given, before)));
  });
  return { anew: median(anew), figure: median(figure) };
}

const shapes: Record<string, Shape> = {
  'nobody moved': { moves: 0, days: 1, dated: 0 },
  '100 moved, on 60 days': { moves: 100, days: 60, dated: 0 },
  '300 moved, on 150 days': { moves: 300, days: 150, dated: 0 },
  '50 measures came into force': { moves: 0, days: 1, dated: 50 },
};

console.log(
  '| Scores of 10,000 employees | all anew, ms | after a figure, ms | beside: nobody moved, all anew |',
);
console.log('|---|--:|--:|--:|');
let plain: number | null = null;
for (const [name, shape] of Object.entries(shapes)) {
  const { anew, figure } = measure(shape);
  plain ??= anew;
  console.log(`| ${name} | ${anew.toFixed(0)} | ${figure.toFixed(0)} | ${(anew / plain).toFixed(2)} × |`);
}
