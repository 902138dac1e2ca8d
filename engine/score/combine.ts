// One node of the score tree from its children: the weighted mean of those that have a score,
// with the share of the weight that has data. What is missing lowers the coverage, never the score.

import type { Outcome } from '../model/measure.ts';
import type { NodeState, OutcomeReason, ScorePart } from '../model/score.ts';
import { toParts, type WeightedPart } from './contributions.ts';
import { Decimal, hundred, roundScore, sumOf } from './decimal.ts';
import { outcomeOf } from './outcome.ts';

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
  critical: boolean;
  /** Misses data that it must have: no node above it gets an outcome. */
  blocked: boolean;
}

export interface Combined {
  /** Unrounded; null when no child has a score. */
  score: Decimal | null;
  coverage: Decimal;
  provisionalShare: Decimal;
  parts: WeightedPart[];
  /** The weight that should have data; 0 when nothing is expected. */
  expected: Decimal;
}

export type Aggregator = 'weightedMean' | 'min';

type Scored = Child & { score: number };
const hasScore = (child: Child): child is Scored => child.score !== null && child.weight > 0;

const outOfCoverage = new Set<NodeState>(['waived', 'notDue', 'monitored', 'unrated']);
const isExpected = (child: Child): boolean =>
  child.weight > 0 && (child.score !== null || !outOfCoverage.has(child.state));

const weightOf = (children: Child[]): Decimal => sumOf(children.map(({ weight }) => new Decimal(weight)));

/** The weighted mean of what is a share of each child. */
function shareOf(children: Child[], share: (child: Child) => number): Decimal {
  const shares = children.map(share);
  const [first = 0] = shares;
  // Nearly always all or nothing, and then no weight matters.
  if (shares.every((one) => one === first)) return new Decimal(first);
  const weighted = children.map((child, index) => new Decimal(shares[index] ?? 0).times(child.weight));
  return sumOf(weighted).div(weightOf(children));
}

/** With `min` the worst child is the whole score. */
function weighed(scored: Scored[], aggregator: Aggregator): WeightedPart[] {
  const total = weightOf(scored);
  const worst = scored.reduce<Scored | null>(
    (kept, one) => (kept && kept.score <= one.score ? kept : one),
    null,
  );
  return scored.map((child) => ({
    id: child.id,
    score: child.score,
    weight:
      aggregator === 'min' ? new Decimal(child === worst ? 1 : 0) : new Decimal(child.weight).div(total),
  }));
}

export function combine(children: Child[], aggregator: Aggregator): Combined {
  const expected = children.filter(isExpected);
  const scored = children.filter(hasScore);
  const parts = weighed(scored, aggregator);
  const deviation = sumOf(parts.map((part) => part.weight.times(new Decimal(part.score).minus(hundred))));
  return {
    score: parts.length === 0 ? null : deviation.plus(hundred),
    coverage: shareOf(expected, (child) => (child.score === null ? 0 : child.coverage)),
    provisionalShare: shareOf(scored, (child) => child.provisionalShare),
    parts,
    expected: weightOf(expected),
  };
}

export interface NodeParts {
  state: NodeState;
  score: number | null;
  outcome: Outcome | null;
  reason: OutcomeReason | null;
  coverage: number;
  provisionalShare: number;
  staleCount: number;
  parts: ScorePart[];
}

/** Why no child has a score, from the child that comes nearest to having one. */
function withoutScore(children: Child[]): Pick<NodeParts, 'state' | 'reason'> {
  const weighty = children.filter(({ weight }) => weight > 0);
  const some = (state: NodeState) => weighty.some((child) => child.state === state);
  if (weighty.length === 0) return { state: 'unrated', reason: 'no_weight' };
  if (some('missing')) return { state: 'missing', reason: 'no_observation' };
  if (some('notDue')) return { state: 'notDue', reason: null };
  const unrated = weighty.find((child) => child.state === 'unrated');
  if (unrated) return { state: 'unrated', reason: unrated.reason };
  return { state: 'waived', reason: weighty.find((child) => child.reason !== null)?.reason ?? null };
}

/** Rounds once; what is rounded is banded, stored, and used by the nodes above. */
export function toNode(combined: Combined, children: Child[], minCoverage: number): NodeParts {
  const coverage = roundScore(combined.coverage);
  const shares = {
    coverage,
    provisionalShare: roundScore(combined.provisionalShare),
    staleCount: children.reduce((sum, child) => sum + child.staleCount, 0),
  };
  if (combined.score === null)
    return { ...withoutScore(children), score: null, outcome: null, ...shares, parts: [] };

  const score = roundScore(combined.score);
  const node = { state: 'scored' as const, score, ...shares, parts: toParts(combined.parts, score) };
  if (coverage < minCoverage || children.some((child) => child.blocked)) {
    return { ...node, outcome: null, reason: 'insufficient_data' };
  }
  const critical = children.find((child) => child.critical && child.weight > 0 && child.outcome === 'below');
  if (critical) return { ...node, outcome: 'below', reason: `critical:${critical.id}` };
  return { ...node, outcome: outcomeOf(score), reason: null };
}
