// The waterfall: what each part adds to or takes from 100.
// Contributions are whole units of 0.0001 and add up exactly to score − 100 (largest remainder).
import type { ScorePart } from '../model/score.ts';
import { compare, type Fraction, floorOf, fractionOf, hundred, minus, times, toNumber } from './fraction.ts';

export interface WeightedPart {
  id: string;
  /** Normalised: the weights of the parts add up to 1. */
  weight: Fraction;
  score: number;
  /** weight × (score − 100), unrounded. */
  contribution: Fraction;
}

export const weightedPart = (
  id: string,
  weight: Fraction,
  score: number,
  exact: Fraction = fractionOf(score),
): WeightedPart => ({ id, weight, score, contribution: times(weight, minus(exact, hundred)) });

const perPoint: Fraction = fractionOf(10_000);

interface Share {
  id: string;
  units: bigint;
  remainder: Fraction;
}

function shareOf({ id, contribution }: WeightedPart): Share {
  const quota = times(contribution, perPoint);
  const units = floorOf(quota);
  return { id, units, remainder: minus(quota, { n: units, d: 1n }) };
}

/** Equal remainders go by id, so the order of the parts changes nothing. */
const byRemainder = (a: Share, b: Share): number =>
  compare(b.remainder, a.remainder) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Where segments are joined the scores of the parts are rounded by themselves, so that the units may be one too many:
 * then there is no remainder at all, and the last by id gives it up.
 */
export function toParts(parts: readonly WeightedPart[], score: number): ScorePart[] {
  const shares = parts.map(shareOf);
  const given = shares.reduce((sum, { units }) => sum + units, 0n);
  const left = Math.round((score - 100) * 10_000) - Number(given);
  const ranked = shares.toSorted(byRemainder);
  const changed = new Set(left < 0 ? ranked.slice(left) : ranked.slice(0, left));
  return parts.map(({ id, weight, score: own }, index) => {
    const share = shares[index];
    const units = share ? Number(share.units) + (changed.has(share) ? Math.sign(left) : 0) : 0;
    return { id, weight: toNumber(weight), score: own, contribution: units / 10_000 };
  });
}
