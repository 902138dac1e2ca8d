// The score of a component over a period: its goals by priority, each from its measures and from the goals
// that contribute to it. What has no data is missing, never zero.
import type { Calendar } from '../model/calendar.ts';
import type { Goal } from '../model/goal.ts';
import type { ComponentId, GoalId } from '../model/ids.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { ComponentScore, GoalScore } from '../model/score.ts';
import type { Instant, Period } from '../model/time.ts';
import { contributionCycle, contributorsFirst, contributorsOf, goalsBehind } from './alignment.ts';
import { type Child, combine, toNode } from './combine.ts';
import { type ScoredContributor, type ScoredGoal, type ScoredMeasure, scoreGoal } from './score-goal.ts';
import { scoreMeasure } from './score-measure.ts';
import type { Window } from './window.ts';

export interface ComponentScoring {
  componentId: ComponentId;
  /** Goals of the component, and those of others that contribute to them. */
  goals: Goal[];
  measures: Measure[];
  /** Of all those measures; observations before the period serve measures that carry their last score. */
  observations: Observation[];
  period: Period;
  at: Instant;
  calendar: Calendar;
  /** Active days of the component in the period over its days; scales the curves of additive measures. */
  activeFraction?: number;
}

/** Below this share of the weight with data an outcome is withheld. */
export const defaultMinCoverage = 0.7;

function groupBy<One>(all: One[], key: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function scoreGoals(input: ComponentScoring): Map<GoalId, ScoredGoal> {
  const goals = goalsBehind(input.componentId, input.goals);
  const circle = contributionCycle(goals);
  if (circle)
    throw new RangeError(
      `Goals contribute to each other in a circle: ${circle.join(' → ')}. Remove one link.`,
    );

  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const measuresOf = groupBy(input.measures, ({ goalId }) => goalId);
  const observationsOf = groupBy(input.observations, ({ measureId }) => measureId);
  const { period, at, calendar, activeFraction = 1 } = input;
  const done = new Map<GoalId, ScoredGoal>();
  const toContributor = (goal: Goal, share: number): ScoredContributor[] => {
    const scored = done.get(goal.id);
    return scored ? [{ ...scored, share, critical: goal.critical }] : [];
  };
  for (const goal of contributorsFirst(goals).flatMap((id) => byId.get(id) ?? [])) {
    // Only this component's own part of the period is known; a contributor's is whole.
    const fraction = goal.componentId === input.componentId ? activeFraction : 1;
    const window: Window = { period, at, calendar, activeFraction: fraction };
    const measures: ScoredMeasure[] = (measuresOf.get(goal.id) ?? []).map((measure) => ({
      measure,
      score: scoreMeasure(measure, observationsOf.get(measure.id) ?? [], window),
    }));
    const contributors = contributorsOf(goal, goals).flatMap((one) => toContributor(one.goal, one.share));
    done.set(goal.id, scoreGoal(goal, measures, contributors));
  }
  return done;
}

/** A goal of priority 0 is watched: its measures are shown, and it has no score. */
const asMonitored = (score: GoalScore): GoalScore => ({
  ...score,
  state: 'monitored',
  score: null,
  outcome: null,
  reason: null,
  parts: [],
});

const goalChild = (goal: Goal, { score, blocked }: ScoredGoal): Child => ({
  ...score,
  id: goal.id,
  weight: goal.priority,
  critical: goal.critical,
  blocked: blocked && goal.priority > 0,
});

/** Throws a RangeError when contributions run in a circle; the doors refuse such links (alignmentCycle). */
export function scoreComponent(input: ComponentScoring): ComponentScore {
  const scored = scoreGoals(input);
  const own = input.goals
    .filter((goal) => goal.componentId === input.componentId)
    .flatMap((goal) => {
      const found = scored.get(goal.id);
      return found ? [{ goal, found }] : [];
    });
  const children = own.map(({ goal, found }) => goalChild(goal, found));
  const node = toNode(combine(children, 'weightedMean'), children, defaultMinCoverage);
  return {
    componentId: input.componentId,
    ...node,
    ...(own.length === 0 && { reason: 'no_goals' as const }),
    goals: own.map(({ goal, found }) => (goal.priority === 0 ? asMonitored(found.score) : found.score)),
  };
}
