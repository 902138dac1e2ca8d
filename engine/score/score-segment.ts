// All nodes over one segment, from the bottom up: measures, the goals that contribute to others before those
// others, and components after their parts.
import type { Goal } from '../model/goal.ts';
import type { ComponentId, GoalId, MeasureId } from '../model/ids.ts';
import type { MeasureScore } from '../model/score.ts';
import type { Period } from '../model/time.ts';
import { type Activity, activityIn } from './activity.ts';
import { contributionCycle, contributorsFirst, contributorsOf } from './alignment.ts';
import type { Unrounded } from './combine.ts';
import { type Fraction, fractionOf } from './fraction.ts';
import { type ScoredComponent, scoringComponents } from './score-components.ts';
import { type ScoredContributor, type ScoredGoal, type ScoredMeasure, scoreGoal } from './score-goal.ts';
import { scoreMeasure } from './score-measure.ts';
import { groupBy, observationsBy, type Scoring, type Segment } from './scoring.ts';
import { type Slices, sliced } from './slices.ts';
import type { Window } from './window.ts';

export interface SegmentScores {
  measures: Map<MeasureId, MeasureScore>;
  goals: Map<GoalId, ScoredGoal>;
  components: Map<ComponentId, ScoredComponent>;
  /** Of the measures that have a score, while the segment is one of several. */
  exactMeasures: ReadonlyMap<MeasureId, Unrounded>;
  activityOf(componentId: ComponentId): Activity;
}

/** The window of a component over a part of the period; the same one for the same question. */
type WindowOf = (componentId: ComponentId, segment: Period) => Window;

export function windowsIn(scoring: Scoring, rates: Segment['rates']): WindowOf {
  const { period } = scoring;
  const known = new Map<string, Window>();
  return (componentId, part) => {
    const segment = part.start === period.start && part.end === period.end ? period : part;
    const key = `${segment.start} ${componentId}`;
    const kept = known.get(key);
    if (kept && kept.segment.end === segment.end) return kept;
    const calendar = scoring.calendarOf(componentId);
    const activity = activityIn({ period, segment }, scoring.activeTimeOf(componentId), calendar);
    const window = { period, segment, today: scoring.todayOf(componentId), calendar, activity, rates };
    known.set(key, window);
    return window;
  };
}

type MeasuresOf = (goal: Goal) => ScoredMeasure[];

export const exactly = ({ coverage, provisionalShare }: MeasureScore, score: Fraction): Unrounded => ({
  score,
  coverage: fractionOf(coverage),
  provisionalShare: fractionOf(provisionalShare),
  parts: [],
});

function measuresIn(scoring: Scoring, { segment, stretches, isPart }: Part, windowOf: WindowOf): MeasuresOf {
  const observationsOf = observationsBy(scoring.observations);
  const measuresOf = groupBy(segment.measures, ({ goalId }) => goalId);
  return (goal) =>
    (measuresOf.get(goal.id) ?? []).map((measure) => {
      const evidence = { observations: observationsOf(measure), rated: scoring.rated.get(measure.id) };
      const window = windowOf(goal.componentId, stretches.get(measure.id) ?? segment.period);
      const { score, exact } = scoreMeasure(measure, evidence, window);
      return { measure, score, exact: isPart && exact ? exactly(score, exact) : null };
    });
}

/** @throws RangeError when contributions run in a circle; the doors refuse such links (alignmentCycle). */
export function inOrder(goals: readonly Goal[]): Goal[] {
  const order = contributorsFirst(goals);
  // Whatever is on or above a circle has no place in the order.
  const circle = order.length < goals.length ? contributionCycle(goals) : null;
  if (circle)
    throw new RangeError(
      `Goals contribute to each other in a circle: ${circle.join(' → ')}. Remove one link.`,
    );
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

/** What is scored already, and is taken as it is. */
export interface Known {
  goals: ReadonlyMap<GoalId, ScoredGoal>;
  components: ReadonlyMap<ComponentId, ScoredComponent>;
}
export const nothingKnown: Known = { goals: new Map(), components: new Map() };

export interface Part {
  segment: Segment;
  /** Over which days each measure is scored: those around the segment in which nothing of its own changed. */
  stretches: ReadonlyMap<MeasureId, Period>;
  /** One of several segments: nothing is rounded before they are joined. */
  isPart: boolean;
  known: Known;
}

export function* scoringSegment(scoring: Scoring, part: Part): Slices<SegmentScores> {
  const { segment } = part;
  const windowOf = windowsIn(scoring, segment.rates);
  const activityOf = (componentId: ComponentId) => windowOf(componentId, segment.period).activity;
  const measuresOf = measuresIn(scoring, part, windowOf);
  yield;
  const contributors = contributorsOf(segment.goals);
  yield;
  const goals = new Map<GoalId, ScoredGoal>();
  const toScored = (goal: Goal, share: number): ScoredContributor[] => {
    const scored = goals.get(goal.id);
    return scored ? [{ ...scored, goal, share }] : [];
  };
  const exactMeasures = new Map<MeasureId, Unrounded>();
  const take = (goal: Goal): void => {
    const before = part.known.goals.get(goal.id);
    if (before) {
      goals.set(goal.id, before);
      return;
    }
    const below = (contributors.get(goal.id) ?? []).flatMap((one) => toScored(one.goal, one.share));
    const own = measuresOf(goal);
    for (const { measure, exact } of own) if (exact) exactMeasures.set(measure.id, exact);
    const scored = scoreGoal(goal, own, below, activityOf(goal.componentId));
    goals.set(goal.id, part.isPart ? scored : { ...scored, exact: null });
  };
  const ordered = inOrder(segment.goals);
  yield;
  yield* sliced(ordered, take);
  const measures = [...goals]
    .filter(([id]) => !part.known.goals.has(id))
    .flatMap(([, { score }]) => score.measures);
  return {
    measures: new Map(measures.map((score) => [score.measureId, score])),
    goals,
    components: yield* scoringComponents(segment, goals, {
      ...{ activityOf, isPart: part.isPart, known: part.known.components },
    }),
    exactMeasures,
    activityOf,
  };
}
