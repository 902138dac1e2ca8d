// What an evaluation may still spend. There is no clock in the engine: each step has a bounded cost, so
// that a number of steps is a time (measured in test/bench/expressions.ts).
import { maxCallDepth, maxSteps } from '../limits.ts';

export interface FeelBudget {
  steps: number;
  /** Functions within functions that are being invoked now. */
  depth: number;
}

/** Thrown inside an evaluation and caught at its door: nobody outside sees it. */
export class FeelStopped extends Error {}

export const makeBudget = (steps: number = maxSteps): FeelBudget => ({ steps, depth: 0 });

export function spend(budget: FeelBudget, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new FeelStopped('The expression takes too many steps.');
}

/** Characters that cost no more to look at than the step around them. */
export const longText = 1024;

/** For what is cheap one by one: a step pays for several. */
export const spendFor = (budget: FeelBudget, amount: number, perStep: number): void =>
  spend(budget, Math.ceil(amount / perStep));

/** Around the invocation of a function. */
export function descend<Value>(budget: FeelBudget, invoke: () => Value): Value {
  if (budget.depth >= maxCallDepth) throw new FeelStopped('Functions call each other too deep.');
  budget.depth += 1;
  try {
    return invoke();
  } finally {
    budget.depth -= 1;
  }
}
