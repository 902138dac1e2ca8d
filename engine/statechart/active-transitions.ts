// The transitions that a plan could take from where it is, innermost stage first, the cycle's own last.
import type { StageId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { lineage, type StageIndex } from './structure/stage-index.ts';
import type { PlacedTransition } from './structure/transitions.ts';

/** Where a transition of the whole cycle is said to stand. */
const everywhere = '*';

export interface ActiveTransition extends PlacedTransition {
  stage: StageId | typeof everywhere;
}

interface Waiting {
  index: StageIndex;
  transitions: ReadonlyMap<StageId, readonly PlacedTransition[]>;
  everywhere: readonly PlacedTransition[];
}

export function activeTransitions(
  chart: Waiting,
  { stage: leaves }: Pick<Plan, 'stage'>,
): ActiveTransition[] {
  const stages = new Set(leaves.flatMap((id) => lineage(chart.index, id).map((entry) => entry.id)));
  const own = [...stages].flatMap((stage) =>
    (chart.transitions.get(stage) ?? []).map((placed) => ({ ...placed, stage })),
  );
  return [...own, ...chart.everywhere.map((placed) => ({ ...placed, stage: everywhere }))];
}
