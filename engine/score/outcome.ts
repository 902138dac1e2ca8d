// From a score to its standard outcome and to the text that people read.
import { type Outcome, outcomes } from '../model/measure.ts';
import { fractionOf, roundToUnits } from './fraction.ts';

/** Half-open: below [0,100), meets [100,120), exceeds [120,∞). */
export function outcomeOf(score: number): Outcome {
  if (score < 100) return 'below';
  return score < 120 ? 'meets' : 'exceeds';
}

/** Below 0 when `a` is the worse outcome, above 0 when it is the better one. */
export const compareOutcomes = (a: Outcome, b: Outcome): number => outcomes.indexOf(a) - outcomes.indexOf(b);

/** One decimal, and never one that contradicts the outcome: 99.96 is below, so it reads 99.9. */
export function displayScore(score: number): string {
  const tenths = Number(roundToUnits(fractionOf(score), 10n));
  const contradicts = outcomeOf(tenths / 10) !== outcomeOf(score);
  return ((contradicts ? tenths - 1 : tenths) / 10).toFixed(1);
}
