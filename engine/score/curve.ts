// The score of a value on a measure's curve: 0 is the floor, 100 meets the standard, 120 exceeds it.
// Nothing is divided by a target, so zero and negative targets and values need no special case.
import { Decimal, roundScore, zero } from './decimal.ts';

export interface Anchor {
  x: number;
  score: number;
}

export type Curve =
  /** Anchors in increasing x; between two of them the score changes evenly. */
  | { kind: 'linear'; anchors: Anchor[] }
  /** The score of the best anchor that is reached, 0 when none is. */
  | { kind: 'step'; anchors: Anchor[]; direction: 'increase' | 'decrease' }
  | { kind: 'levels'; levels: Record<string, number> };

export type CurveValue = number | string | boolean;

const greatestScore = 120;

const clamp = (score: Decimal): Decimal => Decimal.max(0, Decimal.min(greatestScore, score));

function onLine(anchors: Anchor[], x: Decimal): Decimal {
  const right = anchors.findIndex((anchor) => x.lte(anchor.x));
  const to = anchors.at(right);
  const from = anchors[right - 1];
  if (to === undefined) return zero;
  if (right <= 0 || from === undefined) return new Decimal(to.score);
  const share = x.minus(from.x).div(new Decimal(to.x).minus(from.x));
  return share.times(new Decimal(to.score).minus(from.score)).plus(from.score);
}

function onSteps(anchors: Anchor[], x: Decimal, direction: 'increase' | 'decrease'): Decimal {
  const reached = anchors.filter((anchor) => (direction === 'increase' ? x.gte(anchor.x) : x.lte(anchor.x)));
  return reached.reduce((best, anchor) => Decimal.max(best, anchor.score), zero);
}

const finiteOf = (value: CurveValue): Decimal | null =>
  typeof value === 'number' && Number.isFinite(value) ? new Decimal(value) : null;

/** Unrounded, for nodes that go on reckoning. Null: the curve has no place for such a value. */
export function exactScoreOnCurve(curve: Curve, value: CurveValue, fraction = 1): Decimal | null {
  if (curve.kind === 'levels') {
    const level = Object.hasOwn(curve.levels, String(value)) ? curve.levels[String(value)] : undefined;
    return level === undefined ? null : clamp(new Decimal(level));
  }
  // Every x of the curve times the fraction scores as the value divided by it.
  const x = finiteOf(value)?.div(fraction);
  if (x === undefined) return null;
  return clamp(
    curve.kind === 'linear' ? onLine(curve.anchors, x) : onSteps(curve.anchors, x, curve.direction),
  );
}

/** `fraction` is the share of the window in which an additive measure was active, above 0. */
export function scoreOnCurve(curve: Curve, value: CurveValue, fraction = 1): number | null {
  const score = exactScoreOnCurve(curve, value, fraction);
  return score === null ? null : roundScore(score);
}
