// The runs of each node that a move reaches joined into its score for the whole period.
import type { Goal } from '../../model/goal.ts';
import type { ComponentId, GoalId, MeasureId } from '../../model/ids.ts';
import type { Period } from '../../model/time.ts';
import type { Unrounded } from '../combine.ts';
import type { ScoredComponent } from '../score-components.ts';
import type { ScoredGoal } from '../score-goal.ts';
import { inOrder } from '../score-segment.ts';
import type { ComponentPlace, Segment } from '../scoring.ts';
import { type Slices, sliced } from '../slices.ts';
import type { Window } from '../window.ts';
import { joinComponent, joinGoal, joinMeasure, type Part, type Scores } from './join-scores.ts';
import type { SaidOn } from './said-on.ts';

/** Days over which a node has one score; null: over which there is no such node. */
export interface Run<Node> {
  period: Period;
  node: Node | null;
  /** Of a goal's measures that have a score. */
  exact?: ReadonlyMap<MeasureId, Unrounded>;
}

interface Given {
  goalRuns: ReadonlyMap<GoalId, readonly Run<ScoredGoal>[]>;
  componentRuns: ReadonlyMap<ComponentId, readonly Run<ScoredComponent>[]>;
  placeBy: ReadonlyMap<ComponentId, ComponentPlace>;
  /** Of what no move reaches. */
  scores: Scores;
  said: SaidOn;
  windowOf(componentId: ComponentId, part: Period): Window;
}

/** Parts of which each knows of the one node alone. */
function partsOf<Node>(
  runs: readonly Run<Node>[],
  windowOf: Given['windowOf'],
  known: (node: Node, run: Run<Node>) => { segment?: Partial<Segment>; scores: Partial<Part['scores']> },
): Part[] {
  return runs.flatMap((run) => {
    if (run.node === null) return [];
    const { segment, scores } = known(run.node, run);
    return {
      segment: { ...run, version: 1, goals: [], measures: [], components: [], rates: {}, ...segment },
      scores: {
        ...{ measures: new Map(), goals: new Map(), components: new Map() },
        exactMeasures: run.exact ?? new Map(),
        activityOf: (componentId) => windowOf(componentId, run.period).activity,
        ...scores,
      },
    };
  });
}

/** Those that others contribute to come after those others. */
function goalsInOrder({ goalRuns, said }: Given): Goal[] {
  const last = [...goalRuns].flatMap(([id, runs]) => {
    const day = runs.findLast(({ node }) => node !== null)?.period.start;
    return (day && said.goalOn(id, day)) || [];
  });
  return inOrder(last);
}

/** Every component of which there are runs. */
export function* joinRuns(given: Given): Slices<Map<ComponentId, ScoredComponent>> {
  const { goalRuns, componentRuns, placeBy, scores, windowOf } = given;
  const joined: Scores = {
    measures: new Map(),
    goals: new Map(scores.goals),
    components: new Map(scores.components),
  };
  yield* sliced(goalsInOrder(given), (goal) => {
    const parts = partsOf(goalRuns.get(goal.id) ?? [], windowOf, (node) => ({
      segment: { goals: [goal] },
      scores: {
        measures: new Map(node.score.measures.map((score) => [score.measureId, score])),
        goals: new Map([[goal.id, node]]),
      },
    }));
    const measureIds = new Set(parts.flatMap((part) => [...part.scores.measures.keys()]));
    for (const id of measureIds)
      for (const score of joinMeasure(parts, id, goal.componentId)) joined.measures.set(id, score);
    joined.goals.set(goal.id, joinGoal(parts, joined, goal.id));
  });
  const found = new Map<ComponentId, ScoredComponent>();
  yield* sliced(componentRuns, ([id, runs]) => {
    const parts = partsOf(runs, windowOf, (node) => ({ scores: { components: new Map([[id, node]]) } }));
    const component = joinComponent(parts, joined, { id, place: placeBy.get(id) });
    joined.components.set(id, component);
    found.set(id, component);
  });
  return found;
}
