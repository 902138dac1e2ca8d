// The waterfall: what each part adds to or takes from 100.
// Contributions are whole units of 0.0001 and add up exactly to score − 100 (largest remainder).
import type { ScorePart } from '../model/score.ts';
import { Decimal, hundred } from './decimal.ts';

export interface WeightedPart {
  id: string;
  /** Normalised: the weights of the parts add up to 1. */
  weight: Decimal;
  score: number;
}

const unitsPerPoint = 10_000;

export function toParts(parts: WeightedPart[], score: number): ScorePart[] {
  const quotas = parts.map((part) =>
    part.weight.times(new Decimal(part.score).minus(hundred)).times(unitsPerPoint),
  );
  const units = quotas.map((quota) => quota.floor());
  const target = new Decimal(score).minus(hundred).times(unitsPerPoint);
  const left = units.reduce((rest, unit) => rest.minus(unit), target).toNumber();

  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota.minus(quota.floor()) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));

  return parts.map((part, index) => ({
    id: part.id,
    weight: part.weight.toNumber(),
    score: part.score,
    contribution: (units[index] ?? new Decimal(0))
      .plus(raised.has(index) ? 1 : 0)
      .div(unitsPerPoint)
      .toNumber(),
  }));
}
