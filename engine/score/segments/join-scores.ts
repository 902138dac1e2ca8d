// The scores of all nodes over several segments joined into those of the whole period.
// A node is judged once, by its joined number and the joined outcomes of what is below it.
import type { ComponentId, GoalId, MeasureId } from '../../model/ids.ts';
import type { MeasureScore, NodeFigures, NodeScore } from '../../model/score.ts';
import type { Child, Unrounded } from '../combine.ts';
import { judge, type Terms } from '../judge.ts';
import { outcomeOf } from '../outcome.ts';
import { asMonitored, type ScoredComponent } from '../score-components.ts';
import type { ScoredGoal } from '../score-goal.ts';
import { type Known, nothingKnown, type SegmentScores } from '../score-segment.ts';
import type { Segment } from '../scoring.ts';
import { joinFigures, type Stretch } from './join-figures.ts';

export interface Scores {
  measures: Map<MeasureId, MeasureScore>;
  goals: Map<GoalId, ScoredGoal>;
  components: Map<ComponentId, ScoredComponent>;
}

/** In the order of time. */
export interface Part {
  segment: Segment;
  scores: SegmentScores;
}

/** Those of the newest part first: what contributes to others comes before them there. */
const idsIn = (parts: readonly Part[], kind: keyof Scores): string[] => [
  ...new Set(parts.toReversed().flatMap(({ scores }) => [...scores[kind].keys()])),
];

/** What each part knows of a node, with the active days of the component that it belongs to. */
function stretchesOf<Node extends NodeFigures>(
  parts: readonly Part[],
  componentId: ComponentId,
  find: (scores: SegmentScores) => { score: Node; exact: Unrounded | null } | undefined,
): Stretch<Node>[] {
  return parts.flatMap(({ scores }) => {
    const found = find(scores);
    const { days } = scores.activityOf(componentId);
    return found ? [{ node: found.score, exact: found.exact, days }] : [];
  });
}

export function joinMeasure(parts: readonly Part[], id: MeasureId, componentId: ComponentId): MeasureScore[] {
  const stretches = stretchesOf(parts, componentId, ({ measures, exactMeasures }) => {
    const score = measures.get(id);
    return score && { score, exact: exactMeasures.get(id) ?? null };
  });
  const last = stretches.at(-1)?.node;
  if (last === undefined) return [];
  const figures = joinFigures(stretches);
  return [{ ...last, ...figures, outcome: figures.score === null ? null : outcomeOf(figures.score) }];
}

/** The children of every part, with the outcomes that they have over the whole period. */
function joinChildren(joined: Scores, all: readonly (readonly Child[])[]): Child[] {
  const { measures, goals, components } = joined;
  const byId = new Map(all.flat().map((child) => [child.id, child]));
  return [...byId.values()].map((child) => {
    const now = measures.get(child.id) ?? goals.get(child.id)?.score ?? components.get(child.id)?.score;
    return now ? { ...child, outcome: now.outcome } : child;
  });
}

/** Reasons that judging gave a part are given anew; a scored node keeps only the one that it has no choice of. */
function joinNode(
  stretches: readonly Stretch<NodeScore>[],
  children: readonly Child[],
  terms: Terms | undefined,
): NodeScore {
  const { state, score, reason, coverage, provisionalShare, staleCount, parts } = joinFigures(stretches);
  const isFallback = reason === 'own_unscored' || reason === 'children_unscored';
  const kept = score === null || isFallback ? reason : null;
  const figures = { state, score, reason: kept, coverage, provisionalShare, staleCount, parts };
  return judge(figures, children, terms);
}

export function joinGoal(parts: readonly Part[], joined: Scores, id: GoalId): ScoredGoal {
  const scored = parts.flatMap(({ scores }) => scores.goals.get(id) ?? []);
  const [goal] = parts.flatMap(({ segment }) => segment.goals.find((one) => one.id === id) ?? []).slice(-1);
  const stretches = stretchesOf(parts, goal?.componentId ?? '', ({ goals }) => goals.get(id));
  const children = joinChildren(
    joined,
    scored.map((one) => one.children),
  );
  const node = joinNode(stretches, children, goal);
  const own = new Set(scored.flatMap(({ score }) => score.measures.map(({ measureId }) => measureId)));
  const measures = [...own].flatMap((measureId) => joined.measures.get(measureId) ?? []);
  const blocked = scored.some((one) => one.blocked);
  return { score: { goalId: id, ...node, measures }, children, blocked, exact: null };
}

export function joinComponent(
  parts: readonly Part[],
  joined: Scores,
  { id, place }: { id: ComponentId; place: Terms | undefined },
): ScoredComponent {
  const scored = parts.flatMap(({ scores }) => scores.components.get(id) ?? []);
  const stretches = stretchesOf(parts, id, ({ components }) => components.get(id));
  const children = joinChildren(
    joined,
    scored.map((one) => one.children),
  );
  const node = joinNode(stretches, children, place);
  const own = new Map(scored.flatMap(({ score }) => score.goals.map(({ goalId, state }) => [goalId, state])));
  const goals = [...own].flatMap(([goalId, state]) => {
    const score = joined.goals.get(goalId)?.score;
    return score ? [state === 'monitored' ? asMonitored(score) : score] : [];
  });
  return { score: { componentId: id, ...node, goals }, children, exact: null };
}

/** Whose active days count for a measure. */
function ownersIn(parts: readonly Part[]): Map<MeasureId, ComponentId> {
  const owners = new Map<MeasureId, ComponentId>();
  for (const { segment } of parts) {
    const ownerOf = new Map(segment.goals.map(({ id, componentId }) => [id, componentId]));
    for (const { id, goalId } of segment.measures) owners.set(id, ownerOf.get(goalId) ?? '');
  }
  return owners;
}

/** One part is the whole; what was known before is not joined. */
export function joinScores(parts: readonly Part[], known: Known = nothingKnown): Scores {
  const [first] = parts;
  if (first && parts.length === 1) return first.scores;
  const owners = ownersIn(parts);
  const measures = idsIn(parts, 'measures').flatMap((id) => joinMeasure(parts, id, owners.get(id) ?? ''));
  const joined: Scores = {
    measures: new Map(measures.map((score) => [score.measureId, score])),
    goals: new Map(),
    components: new Map(known.components),
  };
  for (const id of idsIn(parts, 'goals'))
    joined.goals.set(id, known.goals.get(id) ?? joinGoal(parts, joined, id));
  const places = new Map(
    parts.flatMap(({ segment }) => segment.components.map((place) => [place.id, place])),
  );
  for (const id of idsIn(parts, 'components')) {
    if (known.components.has(id)) continue;
    joined.components.set(id, joinComponent(parts, joined, { id, place: places.get(id) }));
  }
  return joined;
}
