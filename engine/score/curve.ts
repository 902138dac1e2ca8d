// The score of a value on a measure's curve: 0 is unacceptable, 100 meets the standard, 120 exceeds it.
// Nothing is divided by a target, so zero and negative targets and values need no special case.
import {
  compare,
  type Fraction,
  fractionOf,
  greatest,
  least,
  minus,
  one,
  over,
  plus,
  roundScore,
  times,
  zero,
} from './fraction.ts';

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

const highest = fractionOf(120);

const clamp = (score: Fraction): Fraction => greatest(zero, least(highest, score));

function onLine(anchors: Anchor[], x: Fraction): Fraction {
  const right = anchors.findIndex((anchor) => compare(x, fractionOf(anchor.x)) <= 0);
  const to = anchors.at(right);
  const from = anchors[right - 1];
  if (to === undefined) return zero;
  if (right <= 0 || from === undefined) return fractionOf(to.score);
  const start = fractionOf(from.x);
  const share = over(minus(x, start), minus(fractionOf(to.x), start));
  const rise = minus(fractionOf(to.score), fractionOf(from.score));
  return plus(times(share, rise), fractionOf(from.score));
}

function onSteps(anchors: Anchor[], x: Fraction, direction: 'increase' | 'decrease'): Fraction {
  const isReached = (anchor: Anchor): boolean => {
    const side = compare(x, fractionOf(anchor.x));
    return direction === 'increase' ? side >= 0 : side <= 0;
  };
  return anchors.filter(isReached).reduce((best, { score }) => greatest(best, fractionOf(score)), zero);
}

/** Of a rubric or of yes and no. Null: there is no such level. */
export function scoreOfLevel(levels: Record<string, number>, level: CurveValue): Fraction | null {
  const score = Object.hasOwn(levels, String(level)) ? levels[String(level)] : undefined;
  return score === undefined ? null : clamp(fractionOf(score));
}

/** Unrounded. Every x of the curve times `scale`, which is above 0, scores as the value divided by it. */
export function scoreOfNumber(
  curve: Exclude<Curve, { kind: 'levels' }>,
  value: Fraction,
  scale: Fraction = one,
): Fraction {
  const x = over(value, scale);
  return clamp(
    curve.kind === 'linear' ? onLine(curve.anchors, x) : onSteps(curve.anchors, x, curve.direction),
  );
}

/** Null: the curve has no place for such a value. `fraction` scales its x, as the active part of a window does. */
export function scoreOnCurve(curve: Curve, value: CurveValue, fraction = 1): number | null {
  if (curve.kind === 'levels') {
    const score = scoreOfLevel(curve.levels, value);
    return score && roundScore(score);
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return roundScore(scoreOfNumber(curve, fractionOf(value), fractionOf(fraction)));
}
