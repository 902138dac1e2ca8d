// The transitions that a plan could take from where it is, innermost stage first, the cycle's own last.
import type { StageId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Chart } from './chart/compiled-cycle.ts';
import { lineage } from './structure/stage-index.ts';
import { eventTypeOf, type PlacedTransition } from './structure/transitions.ts';

/** Where a transition of the whole cycle is said to stand. */
const everywhere = '*';

export interface ActiveTransition extends PlacedTransition {
  stage: StageId | typeof everywhere;
  /** The type of the event that fires it. */
  type: string;
}

export function activeTransitions(chart: Chart, plan: Plan): ActiveTransition[] {
  const stages = new Set(plan.stage.flatMap((id) => lineage(chart.index, id).map((entry) => entry.id)));
  const toActive = (placed: PlacedTransition, stage: string): ActiveTransition => ({
    ...placed,
    stage,
    type: eventTypeOf(placed.trigger),
  });
  const own = [...stages].flatMap((stage) =>
    (chart.transitions.get(stage) ?? []).map((placed) => toActive(placed, stage)),
  );
  return [...own, ...chart.everywhere.map((placed) => toActive(placed, everywhere))];
}
