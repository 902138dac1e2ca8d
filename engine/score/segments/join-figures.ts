// One node over several segments: S = Σ d·S / Σ d over the segments in which it has a score, d being active days.
import type { NodeFigures } from '../../model/score.ts';
import { type Child, combine, toFigures, type Unrounded } from '../combine.ts';
import { toParts, type WeightedPart, weightedPart } from '../contributions.ts';
import { hundred, isZero, over, plus, ratioOf, roundScore, sumOf, times } from '../fraction.ts';

export interface Stretch<Node extends NodeFigures> {
  /** Active days of the node's component. */
  days: number;
  node: Node;
  /** Null without a score. */
  exact: Unrounded | null;
}

const asChild = ({ days, node, exact }: Stretch<NodeFigures>, index: number): Child => ({
  ...node,
  id: String(index),
  weight: days,
  outcome: null,
  critical: false,
  blocked: false,
  exact: exact ?? undefined,
});

/** A part keeps its place in the waterfall: its weight and its score are those of its days. */
function joinPart(id: string, pieces: readonly WeightedPart[]): WeightedPart {
  const weight = sumOf(pieces.map((piece) => piece.weight));
  const contribution = sumOf(pieces.map((piece) => piece.contribution));
  const last = pieces.at(-1)?.score ?? 0;
  return weightedPart(
    id,
    weight,
    isZero(weight) ? last : roundScore(plus(hundred, over(contribution, weight))),
  );
}

function joinParts(scored: readonly Stretch<NodeFigures>[]): WeightedPart[] {
  const days = scored.reduce((sum, one) => sum + one.days, 0);
  const pieces = new Map<string, WeightedPart[]>();
  for (const { days: own, exact } of scored) {
    const share = ratioOf(own, days);
    for (const part of exact?.parts ?? []) {
      const weight = times(share, part.weight);
      const piece = { ...part, weight, contribution: times(share, part.contribution) };
      pieces.set(part.id, [...(pieces.get(part.id) ?? []), piece]);
    }
  }
  return [...pieces].map(([id, all]) => joinPart(id, all));
}

export function joinFigures(stretches: readonly Stretch<NodeFigures>[]): NodeFigures {
  const present = stretches.filter(({ days }) => days > 0);
  const last = stretches.at(-1)?.node;
  if (present.length <= 1 && last) return { ...(present[0]?.node ?? last) };

  const children = present.map(asChild);
  const figures = toFigures(combine(children, 'weightedMean'), children);
  const staleCount = Math.max(0, ...present.map(({ node }) => node.staleCount));
  if (figures.score === null) return { ...figures, staleCount };
  const scored = present.filter(({ node }) => node.score !== null);
  const states = new Set(scored.map(({ node }) => node.state));
  return {
    ...figures,
    state: states.size === 1 ? (scored[0]?.node.state ?? 'scored') : 'scored',
    reason: scored.find(({ node }) => node.reason !== null)?.node.reason ?? null,
    staleCount,
    parts: toParts(joinParts(scored), figures.score),
  };
}
