// The score of one goal from its own measures, from the goals that contribute to it, or from both.
import type { Goal } from '../model/goal.ts';
import type { Measure } from '../model/measure.ts';
import type { GoalScore, MeasureScore } from '../model/score.ts';
import { type Child, type Combined, combine, toNode } from './combine.ts';
import { Decimal, sumOf, zero } from './decimal.ts';

/** A goal's score, and whether data that it must have is missing. */
export interface ScoredGoal {
  score: GoalScore;
  blocked: boolean;
}

export interface ScoredContributor extends ScoredGoal {
  share: number;
  critical: boolean;
}

export interface ScoredMeasure {
  measure: Measure;
  score: MeasureScore;
}

const measureChild = ({ measure, score }: ScoredMeasure): Child => ({
  ...score,
  id: measure.id,
  weight: measure.weight,
  critical: measure.critical,
  blocked: measure.missingPolicy === 'block' && score.state === 'missing',
});

const contributorChild = ({ score, share, critical, blocked }: ScoredContributor): Child => ({
  ...score,
  id: score.goalId,
  weight: share,
  critical,
  blocked,
});

interface Side {
  share: number;
  children: Child[];
  combined: Combined;
}

function sidesOf(goal: Goal, measures: ScoredMeasure[], contributors: ScoredContributor[]): Side[] {
  const side = (share: number, children: Child[]): Side => ({
    share,
    children,
    combined: combine(children, goal.aggregator),
  });
  const ownShare = { own: 1, children: 0, mixed: goal.ownShare }[goal.scoreMode];
  const own = side(ownShare, measures.map(measureChild));
  const theirs = side(1 - ownShare, contributors.map(contributorChild));
  return [own, theirs].filter(({ share }) => share > 0);
}

/** A side without a score leaves its share to the other, and keeps its weight in the coverage. */
function blend(sides: Side[]): Combined {
  const expected = sides.filter(({ combined }) => combined.expected.gt(0));
  const scored = expected.flatMap(({ share, combined }) =>
    combined.score === null ? [] : [{ share, combined, score: combined.score }],
  );
  const weigh = <One extends { share: number }>(all: One[], value: (one: One) => Decimal): Decimal => {
    const total = sumOf(all.map(({ share }) => new Decimal(share)));
    return total.isZero() ? zero : sumOf(all.map((one) => value(one).times(one.share))).div(total);
  };
  const total = sumOf(scored.map(({ share }) => new Decimal(share)));
  return {
    score: scored.length === 0 ? null : weigh(scored, ({ score }) => score),
    coverage: weigh(expected, ({ combined }) => combined.coverage),
    provisionalShare: weigh(scored, ({ combined }) => combined.provisionalShare),
    parts: scored.flatMap(({ share, combined }) =>
      combined.parts.map((part) => ({ ...part, weight: part.weight.times(share).div(total) })),
    ),
    expected: sumOf(expected.map(({ combined }) => combined.expected)),
  };
}

const hasLeft = (goal: Goal): boolean => goal.status === 'waived' || goal.status === 'stopped';

const nothingToScore = {
  score: null,
  outcome: null,
  coverage: 0,
  provisionalShare: 0,
  staleCount: 0,
  parts: [],
};

/** Contributors are scored before; those of other components count by their share, whatever their priority there. */
export function scoreGoal(
  goal: Goal,
  measures: ScoredMeasure[],
  contributors: ScoredContributor[],
): ScoredGoal {
  const shown = { goalId: goal.id, measures: measures.map(({ score }) => score) };
  if (hasLeft(goal)) {
    return { score: { ...shown, ...nothingToScore, state: 'waived', reason: null }, blocked: false };
  }
  const sides = sidesOf(goal, measures, contributors);
  const children = sides.flatMap((side) => side.children);
  if (children.length === 0) {
    return {
      score: { ...shown, ...nothingToScore, state: 'unrated', reason: 'no_standard' },
      blocked: false,
    };
  }
  const node = toNode(blend(sides), children, goal.minCoverage);
  return { score: { ...shown, ...node }, blocked: children.some((child) => child.blocked) };
}
