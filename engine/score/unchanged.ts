// What is scored as it was before: whatever rests on nothing that is another since. A figure that comes in moves the goal
// that it is about, the goals that this one contributes to, and what their components are a part of, and nothing else.
import type { PlacedComponent } from '../model/component.ts';
import type { Goal } from '../model/goal.ts';
import type { ComponentId, GoalId } from '../model/ids.ts';
import { type Known, nothingKnown } from './score-segment.ts';
import { groupBy, observationsBy, type Scoring, type Segment } from './scoring.ts';
import type { Scores } from './segments/join-scores.ts';
import { type Slices, sliced } from './slices.ts';

/** What is scored, as one segment. */
export interface Resting {
  scoring: Scoring;
  whole: Segment;
  placed: readonly PlacedComponent[];
}

/** All that the score of a component rests on, but for what contributes to its goals and what it consists of. */
export type Facts = ReadonlyMap<ComponentId, readonly unknown[]>;

export interface Scored extends Resting {
  scores: Scores;
  facts: Facts;
}

/** What is read again and says the same is mostly the same object. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => isSame(one, b[index]));

export function* factsIn({ scoring, whole, placed }: Resting): Slices<Facts> {
  const places = new Map(whole.components.map((place) => [place.id, place]));
  const presence = new Map(placed.map((component) => [component.id, component]));
  const goalsOf = groupBy(whole.goals, ({ componentId }) => componentId);
  const measuresOf = groupBy(whole.measures, ({ goalId }) => goalId);
  const observationsOf = observationsBy(scoring.observations);
  const facts = new Map<ComponentId, readonly unknown[]>();
  yield;
  yield* sliced(new Set([...places.keys(), ...goalsOf.keys()]), (id) => {
    const [place, there] = [places.get(id), presence.get(id)];
    const goals = goalsOf.get(id) ?? [];
    const measures = goals.flatMap((goal) => measuresOf.get(goal.id) ?? []);
    facts.set(id, [
      ...[place?.kind, place?.parentIds.join(' '), there?.activeFrom, there?.activeTo, there?.absences],
      ...[scoring.todayOf(id), scoring.calendarOf(id), goals.length, measures.length],
      ...[...goals, ...measures, ...measures.flatMap(observationsOf)],
    ]);
  });
  return facts;
}

function* changedSince(before: Facts, now: Facts): Slices<Set<ComponentId>> {
  const changed = new Set([...before.keys()].filter((id) => !now.has(id)));
  yield* sliced(now, ([id, facts]) => {
    if (!areSame(before.get(id) ?? [], facts)) changed.add(id);
  });
  return changed;
}

/** The goals of these components as they were and as they are, and what those contribute to, however far above. */
function goalsReached(before: Resting, now: Resting, changed: ReadonlySet<ComponentId>): Map<GoalId, Goal> {
  const goalBy = new Map(now.whole.goals.map((goal) => [goal.id, goal]));
  const own = [before, now].flatMap(({ whole }) =>
    whole.goals.filter(({ componentId }) => changed.has(componentId)),
  );
  const parentsOf = ({ alignments }: Goal) =>
    alignments.flatMap(({ mode, parentGoalId }) =>
      mode === 'contributes' ? (goalBy.get(parentGoalId) ?? []) : [],
    );
  const reached = new Map(own.map((goal) => [goal.id, goal]));
  for (const goal of own.flatMap(parentsOf)) reached.set(goal.id, goal);
  // The map grows while it is walked.
  for (const goal of reached.values())
    for (const parent of parentsOf(goal)) if (!reached.has(parent.id)) reached.set(parent.id, parent);
  return reached;
}

function withWholes(ids: Iterable<ComponentId>, resting: readonly Resting[]): Set<ComponentId> {
  const parents = resting.map(
    ({ whole }) => new Map(whole.components.map(({ id, parentIds }) => [id, parentIds])),
  );
  const reached = new Set(ids);
  // The set grows while it is walked.
  for (const id of reached)
    for (const of of parents) for (const parent of of.get(id) ?? []) reached.add(parent);
  return reached;
}

/** Nothing where another period is scored. */
export function* unchangedSince(before: Scored, now: Resting, facts: Facts): Slices<Known> {
  const [was, is] = [before.scoring.period, now.scoring.period];
  if (was.start !== is.start || was.end !== is.end) return nothingKnown;
  const changed = yield* changedSince(before.facts, facts);
  const goals = goalsReached(before, now, changed);
  const owners = [...goals.values()].map(({ componentId }) => componentId);
  const components = withWholes([...changed, ...owners], [before, now]);
  const kept = <Node>(
    all: ReadonlyMap<string, Node>,
    ids: readonly string[],
    anew: { has(id: string): boolean },
  ) =>
    new Map(
      ids.flatMap((id) => {
        const node = anew.has(id) ? undefined : all.get(id);
        return node ? [[id, node] as const] : [];
      }),
    );
  return {
    goals: kept(
      before.scores.goals,
      now.whole.goals.map(({ id }) => id),
      goals,
    ),
    components: kept(
      before.scores.components,
      now.whole.components.map(({ id }) => id),
      components,
    ),
  };
}
