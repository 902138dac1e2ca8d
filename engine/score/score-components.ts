// The scores of components, from the parts to the whole. One with goals of its own is judged by them, by their
// priority, and not by a mean of its parts; one without has the weighted mean of its parts that have a score,
// but an organisation is never the mean of its people.
import { type Goal, isInPlan } from '../model/goal.ts';
import type { ComponentId, GoalId } from '../model/ids.ts';
import type { ComponentScore, GoalScore, NodeFigures } from '../model/score.ts';
import type { Activity } from './activity.ts';
import { childrenFirst, childrenOf } from './children-first.ts';
import { type Child, type Combined, combine, toFigures, type Unrounded } from './combine.ts';
import { judge } from './judge.ts';
import { notRated, type ScoredGoal } from './score-goal.ts';
import { type ComponentPlace, groupBy, type Segment } from './scoring.ts';
import { type Slices, sliced } from './slices.ts';

export interface ScoredComponent {
  score: ComponentScore;
  children: readonly Child[];
  /** Null without a score from what is below it. */
  exact: Unrounded | null;
}

/** A goal of priority 0 is watched: its measures are shown, and it has no score. */
export const asMonitored = (score: GoalScore): GoalScore => ({
  ...score,
  state: 'monitored',
  score: null,
  outcome: null,
  reason: null,
  parts: [],
});

const goalChild = (goal: Goal, { score, blocked, exact }: ScoredGoal): Child => ({
  ...score,
  exact: exact ?? undefined,
  id: goal.id,
  weight: goal.priority,
  critical: goal.critical,
  blocked: blocked && goal.priority > 0,
});

export const partChild = ({ id, weight = 1 }: ComponentPlace, { score, exact }: ScoredComponent): Child => ({
  ...score,
  exact: exact ?? undefined,
  id,
  weight,
  critical: false,
  blocked: false,
});

/** Is what contributes to the goal part of its component's score by it? */
const countsItsParts = ({ scoreMode, status, priority }: Goal): boolean =>
  scoreMode !== 'own' && isInPlan(status) && priority > 0;

/** A goal that is part of another one of the same component counts there, and not a second time beside it. */
function topLevel(goals: readonly Goal[]): Goal[] {
  const wholes = new Set(goals.filter(countsItsParts).map(({ id }) => id));
  const isPart = ({ alignments }: Goal): boolean =>
    alignments.some((link) => link.mode === 'contributes' && link.share > 0 && wholes.has(link.parentGoalId));
  return goals.filter((goal) => !isPart(goal));
}

/** "Not a head-count mean of people" (domain 1.4): what people add up to is asked of goals of the organisation's own. */
export const countsIn = (part: ComponentPlace, whole: ComponentPlace | undefined): boolean =>
  part.kind !== 'employee' || whole?.kind !== 'organisation';

function figuresOf(children: readonly Child[], activity: Activity, combined: Combined): NodeFigures {
  const figures = notRated(activity) ?? toFigures(combined, children);
  return children.length === 0 && figures.state !== 'waived' ? { ...figures, reason: 'no_goals' } : figures;
}

export interface ComponentNode {
  place: ComponentPlace;
  own: readonly { goal: Goal; found: ScoredGoal }[];
  /** Its parts; they count where it has no goals of its own. */
  below: readonly Child[];
}

export function scoreNode(
  { place, own, below }: ComponentNode,
  activity: Activity,
  isPart: boolean,
): ScoredComponent {
  const top = new Set(topLevel(own.map(({ goal }) => goal)));
  const judged = own.filter(({ goal }) => top.has(goal));
  const children = own.length > 0 ? judged.map(({ goal, found }) => goalChild(goal, found)) : below;
  const combined = combine(children, 'weightedMean');
  const node = judge(figuresOf(children, activity, combined), children, place);
  const shown = own.map(({ goal, found }) => (goal.priority === 0 ? asMonitored(found.score) : found.score));
  return {
    score: { componentId: place.id, ...node, goals: shown },
    children,
    exact: isPart ? combined : null,
  };
}

interface Circumstances {
  activityOf: (componentId: ComponentId) => Activity;
  isPart: boolean;
  /** They are taken as they are. */
  known: ReadonlyMap<ComponentId, ScoredComponent>;
}

/** Components that are their own ancestors have no parts. */
export function* scoringComponents(
  { components, goals }: Pick<Segment, 'components' | 'goals'>,
  scored: ReadonlyMap<GoalId, ScoredGoal>,
  { activityOf, isPart, known }: Circumstances,
): Slices<Map<ComponentId, ScoredComponent>> {
  const nodes = components.map(({ id, parentIds }) => ({ id, parents: [...parentIds] }));
  const parts = childrenOf(nodes);
  const { order, circular } = childrenFirst(nodes);
  const places = new Map(components.map((place) => [place.id, place]));
  const goalsOf = groupBy(goals, ({ componentId }) => componentId);
  const done = new Map(known);

  const take = (id: ComponentId): void => {
    if (known.has(id)) return;
    const own = (goalsOf.get(id) ?? []).flatMap((goal) => {
      const found = scored.get(goal.id);
      return found ? [{ goal, found }] : [];
    });
    const below = (parts.get(id) ?? []).flatMap((part) => {
      const [place, found] = [places.get(part), done.get(part)];
      const counts = place && found && !circular.includes(id) && countsIn(place, places.get(id));
      return counts ? [partChild(place, found)] : [];
    });
    const node = { place: places.get(id) ?? { id, parentIds: [] }, own, below };
    done.set(id, scoreNode(node, activityOf(id), isPart));
  };
  yield* sliced([...order, ...circular], take);
  return done;
}
