// A component that moved counts, for each stretch of days, in what it was then a part of (domain: edge cases, transfer).
// The period is swept from one day to the next on which something is another than before, and on each of them only what
// that day reaches is scored anew: ten thousand people of whom some move every week cost little more than one look.
import type { Goal } from '../model/goal.ts';
import type { ComponentId, GoalId, MeasureId } from '../model/ids.ts';
import type { LocalDate } from '../model/time.ts';
import { childrenFirst } from './children-first.ts';
import type { Unrounded } from './combine.ts';
import { countsIn, partChild, type ScoredComponent, scoreNode } from './score-components.ts';
import { type ScoredContributor, type ScoredGoal, scoreGoal } from './score-goal.ts';
import { inOrder, windowsIn } from './score-segment.ts';
import type { ComponentPlace, Scoring } from './scoring.ts';
import { type Anew, type AnewByDay, anewByDay } from './segments/anew-by-day.ts';
import { joinRuns, type Run } from './segments/join-runs.ts';
import type { Scores } from './segments/join-scores.ts';
import { measurer, runFrom } from './segments/measures-on.ts';
import type { SaidOn } from './segments/said-on.ts';
import type { TreeFrom } from './segments/trees-over-time.ts';
import type { Slices } from './slices.ts';

export interface MovedScoring {
  /** Of the whole; its segments are not looked at. */
  scoring: Scoring;
  places: readonly ComponentPlace[];
  trees: readonly TreeFrom[];
  said: SaidOn;
  /** Of everything, by where it stands at the end of the period. */
  scores: Scores;
}

function daysBy<Id>(days: readonly Anew[], idsOf: (day: Anew) => ReadonlySet<Id>): Map<Id, LocalDate[]> {
  const by = new Map<Id, LocalDate[]>();
  for (const day of days)
    for (const id of idsOf(day)) {
      const known = by.get(id);
      if (known) known.push(day.from);
      else by.set(id, [day.from]);
    }
  return by;
}

/** The runs of nodes as far as the sweep has come; what it does not reach is as it is over the whole period. */
function runsOver<Node>(
  daysOf: ReadonlyMap<string, readonly LocalDate[]>,
  scoring: Scoring,
  whole: ReadonlyMap<string, Node>,
) {
  const runs = new Map<string, Run<Node>[]>();
  return {
    runs,
    now: (id: string): Node | null | undefined =>
      daysOf.has(id) ? runs.get(id)?.at(-1)?.node : whole.get(id),
    daysFrom: (id: string, day: LocalDate) => runFrom(daysOf.get(id) ?? [], day, scoring.period),
    take: (id: string, run: Run<Node>): void => {
      const known = runs.get(id);
      if (known) known.push(run);
      else runs.set(id, [run]);
    },
  };
}

function sweeper({ scoring, places, said, scores }: MovedScoring, { days, startsOf }: AnewByDay) {
  const windowOf = windowsIn(scoring, {});
  const measuresOn = measurer({ scoring, said }, startsOf);
  const placeBy = new Map(places.map((place) => [place.id, place]));
  const ofGoals = runsOver<ScoredGoal>(
    daysBy(days, ({ goals }) => goals),
    scoring,
    scores.goals,
  );
  const ofComponents = runsOver<ScoredComponent>(
    daysBy(days, ({ components }) => components),
    scoring,
    scores.components,
  );

  const takeGoal = (goal: Goal, day: LocalDate): void => {
    const period = ofGoals.daysFrom(goal.id, day);
    const below = said.contributorsOn(goal.id, day).flatMap((one): ScoredContributor[] => {
      const found = ofGoals.now(one.goal.id);
      return found ? [{ ...found, ...one }] : [];
    });
    const own = measuresOn(goal, day);
    const node = scoreGoal(goal, own, below, windowOf(goal.componentId, period).activity);
    const exact = new Map<MeasureId, Unrounded>(
      own.flatMap((one) => (one.exact ? [[one.measure.id, one.exact] as const] : [])),
    );
    ofGoals.take(goal.id, { period, node, exact });
  };

  const takeComponent = (id: ComponentId, { from }: Anew, parts: readonly ComponentId[]): void => {
    const place = placeBy.get(id) ?? { id, parentIds: [] };
    const period = ofComponents.daysFrom(id, from);
    const own = said.goalsOn(id, from).flatMap((goal) => {
      const found = ofGoals.now(goal.id);
      return found ? [{ goal, found }] : [];
    });
    const below = parts.flatMap((part) => {
      const [partPlace, found] = [placeBy.get(part), ofComponents.now(part)];
      return partPlace && found && countsIn(partPlace, place) ? [partChild(partPlace, found)] : [];
    });
    const node = scoreNode({ place, own, below }, windowOf(id, period).activity, true);
    ofComponents.take(id, { period, node });
  };

  const takeNone = (id: GoalId, day: LocalDate): void =>
    ofGoals.take(id, { period: ofGoals.daysFrom(id, day), node: null });
  const joined = (): Slices<Map<ComponentId, ScoredComponent>> =>
    joinRuns({
      ...{ goalRuns: ofGoals.runs, componentRuns: ofComponents.runs },
      ...{ placeBy, scores, said, windowOf },
    });
  return { takeGoal, takeNone, takeComponent, joined };
}

/** What a day reaches, each node after those that it is scored from. */
function takeDay(
  day: Anew,
  said: SaidOn,
  { takeGoal, takeNone, takeComponent }: ReturnType<typeof sweeper>,
): void {
  const goals = [...day.goals].flatMap((id) => said.goalOn(id, day.from) ?? []);
  const there = new Set(goals.map(({ id }) => id));
  for (const id of day.goals) if (!there.has(id)) takeNone(id, day.from);
  for (const goal of inOrder(goals)) takeGoal(goal, day.from);
  const nodes = [...day.components].map((id) => ({
    id,
    parents: [day.tree.parentOf(id) ?? ''].filter((parent) => day.components.has(parent)),
  }));
  const { order, circular } = childrenFirst(nodes);
  for (const id of order) takeComponent(id, day, day.tree.partsOf(id));
  // One that is its own ancestor has no parts.
  for (const id of circular) takeComponent(id, day, []);
}

/** Every component that a move reaches, over the whole period. */
export function* scoringMoved(given: MovedScoring): Slices<Map<ComponentId, ScoredComponent>> {
  const { scoring, trees, said } = given;
  const anew = anewByDay({
    trees,
    goalsOf: said.everOf,
    // Of several versions each counts by its own days, and above for the whole period.
    goalAbove: (id) => {
      const goal = said.goalOn(id, scoring.period.end);
      return goal && !said.hasVersions(goal.componentId) ? goal : undefined;
    },
    ownDaysOf: said.daysOf,
  });
  const sweep = sweeper(given, anew);
  for (const day of anew.days) {
    takeDay(day, said, sweep);
    yield;
  }
  return yield* sweep.joined();
}
