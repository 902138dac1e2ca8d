// Whether an intervention worked: the last appraisal before it beside those of the rounds after, goal by goal and
// measure by measure, each with its coverage. What was not scored on one side is not known, and never zero.
import type { GoalId, MeasureId } from '../model/ids.ts';
import type { ComponentScore, NodeScore } from '../model/score.ts';
import type { Instant } from '../model/time.ts';

export interface AppraisedRound {
  at: Instant;
  score: ComponentScore;
}

export interface Figure {
  score: number | null;
  coverage: number;
}

/** better and worse by the score alone; unknown when one of the two is missing, or too little of it has data. */
export type Verdict = 'better' | 'same' | 'worse' | 'unknown';

export interface FollowedMeasure {
  goalId: GoalId;
  measureId: MeasureId;
  before: Figure | null;
  /** Of each later round; null where the measure was not there. */
  after: (Figure | null)[];
  verdict: Verdict;
}

export interface FollowUp {
  before: (Figure & { at: Instant }) | null;
  after: (Figure & { at: Instant })[];
  verdict: Verdict;
  measures: FollowedMeasure[];
}

/** Below it a score says too little to be compared: the least that an outcome needs by default. */
export const COMPARABLE_COVERAGE = 0.7;

const figureOf = ({ score, coverage }: NodeScore): Figure => ({ score, coverage });
const isComparable = (figure: Figure | null): figure is Figure & { score: number } =>
  figure !== null && figure.score !== null && figure.coverage >= COMPARABLE_COVERAGE;

/** To the latest round that can be compared; null where there is none, or nothing to compare it with. */
function changeOf(before: Figure | null, after: readonly (Figure | null)[]): number | null {
  const last = after.findLast(isComparable);
  return !isComparable(before) || last === undefined ? null : last.score - before.score;
}

export function verdictOf(before: Figure | null, after: readonly (Figure | null)[]): Verdict {
  const change = changeOf(before, after);
  if (change === null) return 'unknown';
  if (change === 0) return 'same';
  return change > 0 ? 'better' : 'worse';
}

/** Of the whole alone: how much it changed from the last appraisal before an instant. `rounds` in their order. */
export function changeSince(
  at: Instant,
  rounds: readonly (Figure & { at: Instant })[],
): { isFollowed: boolean; change: number | null } {
  const after = rounds.filter((round) => round.at > at);
  return {
    isFollowed: after.length > 0,
    change: changeOf(rounds.findLast((round) => round.at <= at) ?? null, after),
  };
}

const measureIn = ({ score }: AppraisedRound, measureId: MeasureId): Figure | null => {
  const found = score.goals.flatMap(({ measures }) => measures).find((one) => one.measureId === measureId);
  return found ? figureOf(found) : null;
};

/** In the order of the goals, those that a later round brought last. */
function measuresOf(rounds: readonly AppraisedRound[]): { goalId: GoalId; measureId: MeasureId }[] {
  const all = rounds.flatMap(({ score }) =>
    score.goals.flatMap(({ goalId, measures }) => measures.map(({ measureId }) => ({ goalId, measureId }))),
  );
  return [...new Map(all.map((one) => [one.measureId, one])).values()];
}

/** `rounds` in the order of their instants. */
export function followUp(at: Instant, rounds: readonly AppraisedRound[]): FollowUp {
  const before = rounds.findLast((round) => round.at <= at) ?? null;
  const after = rounds.filter((round) => round.at > at);
  const dated = (round: AppraisedRound) => ({ at: round.at, ...figureOf(round.score) });
  const measures = measuresOf(before ? [before, ...after] : after).map(({ goalId, measureId }) => {
    const was = before && measureIn(before, measureId);
    const became = after.map((round) => measureIn(round, measureId));
    return { goalId, measureId, before: was, after: became, verdict: verdictOf(was, became) };
  });
  const was = before && dated(before);
  const became = after.map(dated);
  return { before: was, after: became, verdict: verdictOf(was, became), measures };
}
