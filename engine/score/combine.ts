// One node of the score tree from its children: the weighted mean of those that have a score,
// with the share of the weight that has data. What is missing lowers the coverage, never the score.
import type { Outcome } from '../model/measure.ts';
import type { NodeFigures, NodeState, OutcomeReason } from '../model/score.ts';
import { toParts, type WeightedPart, weightedPart } from './contributions.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  hundred,
  one,
  over,
  plus,
  roundScore,
  sumOf,
  times,
  zero,
} from './fraction.ts';

/** A node of a segment before anything is rounded: it is rounded once, when its segments are joined. */
export interface Unrounded {
  /** Null when no child has a score. */
  score: Fraction | null;
  coverage: Fraction;
  provisionalShare: Fraction;
  parts: readonly WeightedPart[];
}

/** What a node needs to know of a child, be it a measure, a goal or a component. */
export interface Child {
  id: string;
  weight: number;
  state: NodeState;
  score: number | null;
  outcome: Outcome | null;
  reason: OutcomeReason | null;
  coverage: number;
  provisionalShare: number;
  staleCount: number;
  /** While it is below, the node above is capped. */
  critical: boolean;
  /** Misses data that it must have: no node above it gets an outcome. */
  blocked: boolean;
  /** Absent: what is rounded is what counts above. */
  exact?: Unrounded | undefined;
}

export interface Combined extends Unrounded {
  /** The weight that should have data; 0 when nothing is expected. */
  expected: Fraction;
}

export type Aggregator = 'weightedMean' | 'min';

type Scored = Child & { score: number };
const hasScore = (child: Child): child is Scored => child.score !== null && child.weight > 0;

const outOfCoverage = new Set<NodeState>(['waived', 'notDue', 'monitored', 'unrated']);
const isExpected = (child: Child): boolean =>
  child.weight > 0 && (child.score !== null || !outOfCoverage.has(child.state));

const weightOf = (children: readonly Child[]): Fraction =>
  sumOf(children.map(({ weight }) => fractionOf(weight)));

/** The weighted mean of what is a share of each child. */
function shareOf(children: readonly Child[], share: (child: Child) => Fraction): Fraction {
  const shares = children.map(share);
  const [first = zero] = shares;
  // Nearly always all or nothing, and then no weight matters.
  if (shares.every((other) => compare(other, first) === 0)) return first;
  const weighted = children.map(({ weight }, index) => times(shares[index] ?? zero, fractionOf(weight)));
  return over(sumOf(weighted), weightOf(children));
}

const scoreIn = ({ exact, score }: Scored): Fraction => exact?.score ?? fractionOf(score);
const coverageIn = ({ exact, score, coverage }: Child): Fraction =>
  score === null ? zero : (exact?.coverage ?? fractionOf(coverage));
const provisionalIn = ({ exact, provisionalShare }: Child): Fraction =>
  exact?.provisionalShare ?? fractionOf(provisionalShare);

/** Of several that are worst, the first by id, so the order of the children changes nothing. */
function isWorse(a: Scored, b: Scored): boolean {
  const order = compare(scoreIn(a), scoreIn(b));
  return order < 0 || (order === 0 && a.id < b.id);
}

/** With `min` the worst child is the whole score. */
function weigh(scored: readonly Scored[], aggregator: Aggregator): WeightedPart[] {
  if (aggregator === 'min') {
    const worst = scored.reduce<Scored | null>(
      (kept, next) => (kept && !isWorse(next, kept) ? kept : next),
      null,
    );
    return scored.map((child) =>
      weightedPart(child.id, child === worst ? one : zero, child.score, scoreIn(child)),
    );
  }
  const total = weightOf(scored);
  return scored.map((child) =>
    weightedPart(child.id, over(fractionOf(child.weight), total), child.score, scoreIn(child)),
  );
}

export function combine(children: readonly Child[], aggregator: Aggregator): Combined {
  const expected = children.filter(isExpected);
  const scored = children.filter(hasScore);
  const parts = weigh(scored, aggregator);
  return {
    score: parts.length === 0 ? null : plus(hundred, sumOf(parts.map(({ contribution }) => contribution))),
    coverage: shareOf(expected, coverageIn),
    provisionalShare: shareOf(scored, provisionalIn),
    parts,
    expected: weightOf(expected),
  };
}

/** Why no child has a score, from the child that comes nearest to having one. */
function withoutScore(children: readonly Child[]): Pick<NodeFigures, 'state' | 'reason'> {
  const weighty = children.filter(({ weight }) => weight > 0);
  const some = (state: NodeState) => weighty.some((child) => child.state === state);
  const reasonOf = (state: NodeState): OutcomeReason | null =>
    weighty.flatMap((child) => (child.state === state && child.reason) || []).sort()[0] ?? null;
  if (weighty.length === 0) return { state: 'unrated', reason: 'no_weight' };
  if (some('missing')) return { state: 'missing', reason: reasonOf('missing') };
  if (some('notDue')) return { state: 'notDue', reason: null };
  if (some('unrated')) return { state: 'unrated', reason: reasonOf('unrated') };
  return { state: 'waived', reason: reasonOf('waived') };
}

/** Rounds once; what is rounded is stored, gets the outcome, and is used by the nodes above. */
export function toFigures(combined: Combined, children: readonly Child[]): NodeFigures {
  const shares = {
    coverage: roundScore(combined.coverage),
    provisionalShare: roundScore(combined.provisionalShare),
    staleCount: children.reduce((sum, child) => sum + child.staleCount, 0),
  };
  if (combined.score === null) return { ...withoutScore(children), score: null, ...shares, parts: [] };
  const score = roundScore(combined.score);
  return { state: 'scored', reason: null, score, ...shares, parts: toParts(combined.parts, score) };
}
