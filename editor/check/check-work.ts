// What the check is asked and what it answers. Pure: the worker only carries it.
import { type Cycle, checkCycle, type Problem } from '../../engine/index.ts';

export interface CheckWork {
  cycle: Cycle;
  /** The cycles that there are, if they are known: another one cannot be started. */
  cycleIds: string[] | undefined;
}

export type CheckAnswer = { kind: 'checked'; problems: Problem[] } | { kind: 'failed'; why: string };

const ranks = { error: 0, warning: 1, info: 2 };

/** The worst first. */
export function performCheck({ cycle, cycleIds }: CheckWork): CheckAnswer {
  try {
    const problems = checkCycle(cycle, cycleIds && { cycleIds });
    return { kind: 'checked', problems: problems.sort((a, b) => ranks[a.severity] - ranks[b.severity]) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
