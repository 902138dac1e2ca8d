// The histories of a cycle's finished plans, to learn from.
import type { LearnedLine } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listFinishedLines } from '../../store/queries/history.ts';

/** The latest ones tell how it is now. */
const MOST_PLANS = 1_000;

export async function finishedPlans({ store }: Deps, cycleId: string): Promise<LearnedLine[][]> {
  const lines = await store.read((db) => listFinishedLines(db, { cycleId, plans: MOST_PLANS }));
  const byPlan = Map.groupBy(lines, ({ planId }) => planId);
  return [...byPlan.values()].map((plan) =>
    plan.map(({ at, event, moves, round, outcome }) => ({
      at,
      event,
      entered: moves.entered,
      round,
      outcome,
    })),
  );
}
