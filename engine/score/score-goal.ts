// The score of one goal from its own measures, from the goals that contribute to it, or from both.

import { type Goal, isInPlan } from '../model/goal.ts';
import type { Measure } from '../model/measure.ts';
import type { GoalScore, MeasureScore, NodeFigures, OutcomeReason } from '../model/score.ts';
import type { Activity } from './activity.ts';
import { type Child, type Combined, combine, toFigures, type Unrounded } from './combine.ts';
import { type Fraction, fractionOf, isZero, minus, one, over, plus, sumOf, times, zero } from './fraction.ts';
import { judge } from './judge.ts';

/** A goal's score, what it was made of, and whether data that it must have is missing. */
export interface ScoredGoal {
  score: GoalScore;
  children: readonly Child[];
  blocked: boolean;
  /** Null without a score from what is below it. */
  exact: Unrounded | null;
}

export interface ScoredContributor extends ScoredGoal {
  goal: Goal;
  share: number;
}

export interface ScoredMeasure {
  measure: Measure;
  score: MeasureScore;
  /** Null where the rounded score is what counts. */
  exact: Unrounded | null;
}

const measureChild = ({ measure, score, exact }: ScoredMeasure): Child => ({
  ...score,
  exact: exact ?? undefined,
  id: measure.id,
  weight: measure.weight,
  critical: measure.critical,
  blocked: measure.missingPolicy === 'block' && score.state === 'missing' && measure.weight > 0,
});

const contributorChild = ({ goal, score, share, blocked, exact }: ScoredContributor): Child => ({
  ...score,
  exact: exact ?? undefined,
  id: goal.id,
  weight: share,
  critical: goal.critical,
  blocked: blocked && share > 0,
});

interface Side {
  name: 'own' | 'children';
  share: Fraction;
  children: Child[];
  combined: Combined;
}

function ownShareOf({ scoreMode, ownShare }: Goal): Fraction {
  if (scoreMode === 'mixed') return fractionOf(ownShare);
  return scoreMode === 'own' ? one : zero;
}

function sidesOf(goal: Goal, measures: ScoredMeasure[], contributors: ScoredContributor[]): Side[] {
  const side = (name: Side['name'], share: Fraction, children: Child[]): Side => ({
    name,
    share,
    children,
    combined: combine(children, goal.aggregator),
  });
  const own = ownShareOf(goal);
  return [
    side('own', own, measures.map(measureChild)),
    side('children', minus(one, own), contributors.map(contributorChild)),
  ].filter(({ share }) => !isZero(share));
}

/** A side without a score leaves its share to the other, and keeps its weight in the coverage. */
function blend(sides: Side[]): Combined {
  const expected = sides.filter(({ combined }) => !isZero(combined.expected));
  const scored = expected.flatMap(({ share, combined }) =>
    combined.score === null ? [] : [{ share, combined, score: combined.score }],
  );
  const weigh = <Some extends { share: Fraction }>(
    all: Some[],
    value: (side: Some) => Fraction,
  ): Fraction => {
    const total = sumOf(all.map(({ share }) => share));
    return isZero(total) ? zero : over(sumOf(all.map((side) => times(value(side), side.share))), total);
  };
  const total = sumOf(scored.map(({ share }) => share));
  return {
    score: scored.length === 0 ? null : weigh(scored, ({ score }) => score),
    coverage: weigh(expected, ({ combined }) => combined.coverage),
    provisionalShare: weigh(scored, ({ combined }) => combined.provisionalShare),
    parts: scored.flatMap(({ share, combined }) =>
      combined.parts.map((part) => ({
        ...part,
        weight: over(times(part.weight, share), total),
        contribution: over(times(part.contribution, share), total),
      })),
    ),
    expected: expected.reduce((sum, { combined }) => plus(sum, combined.expected), zero),
  };
}

/** A mixed goal that has to make do with one of its sides says which one is not there. */
function fallbackOf(goal: Goal, sides: Side[]): OutcomeReason | null {
  if (goal.scoreMode !== 'mixed' || sides.length < 2) return null;
  const empty = sides.filter(({ combined }) => combined.score === null);
  return empty.length === 1 && empty[0] ? `${empty[0].name}_unscored` : null;
}

const nothing: Omit<NodeFigures, 'state' | 'reason'> = {
  score: null,
  coverage: 0,
  provisionalShare: 0,
  staleCount: 0,
  parts: [],
};

/** Null: what belongs to the component is scored from what is below it. */
export function notRated({ standing, days }: Activity): NodeFigures | null {
  if (standing === 'not_applicable' || days <= 0)
    return { ...nothing, state: 'waived', reason: 'not_applicable' };
  if (standing === 'insufficient_period')
    return { ...nothing, state: 'unrated', reason: 'insufficient_period' };
  return null;
}

function fromParts(goal: Goal, sides: Side[], children: Child[], blended: Combined): NodeFigures {
  if (children.length === 0) return { ...nothing, state: 'unrated', reason: 'no_standard' };
  const figures = toFigures(blended, children);
  return figures.score === null ? figures : { ...figures, reason: fallbackOf(goal, sides) };
}

/** Contributors are scored before; those of other components count by their share, whatever their priority there. */
export function scoreGoal(
  goal: Goal,
  measures: ScoredMeasure[],
  contributors: ScoredContributor[],
  activity: Activity,
): ScoredGoal {
  const shown = { goalId: goal.id, measures: measures.map(({ score }) => score) };
  const left: NodeFigures = { ...nothing, state: 'waived', reason: null };
  const none = isInPlan(goal.status) ? notRated(activity) : left;
  if (none) return { score: { ...shown, ...none, outcome: null }, children: [], blocked: false, exact: null };
  const sides = sidesOf(goal, measures, contributors);
  const children = sides.flatMap((side) => side.children);
  const exact = blend(sides);
  const node = judge(fromParts(goal, sides, children, exact), children, goal);
  return { score: { ...shown, ...node }, children, blocked: children.some(({ blocked }) => blocked), exact };
}
