// From a score to its standard outcome and to the text that people read.
import type { Outcome } from '../model/measure.ts';
import { Decimal } from './decimal.ts';

/** Half-open: below [0,100), meets [100,120), exceeds [120,∞). */
export function outcomeOf(score: number): Outcome {
  if (score < 100) return 'below';
  return score < 120 ? 'meets' : 'exceeds';
}

/** One decimal, and never one that contradicts the outcome: 99.96 is below, so it reads 99.9. */
export function displayScore(score: number): string {
  const rounded = new Decimal(score).toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
  if (outcomeOf(rounded.toNumber()) === outcomeOf(score)) return rounded.toFixed(1);
  return new Decimal(score).toDecimalPlaces(1, Decimal.ROUND_DOWN).toFixed(1);
}
