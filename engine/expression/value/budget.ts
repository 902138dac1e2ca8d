// What an evaluation may still spend. There is no clock in the engine: a step has a bounded cost, so
// that a number of steps is a time.
export interface FeelBudget {
  /** Counts down; below zero the evaluation stops. */
  steps: number;
}

export const makeBudget = (steps: number): FeelBudget => ({ steps });
