// The transitions that a plan could take from where it is, innermost stage first, the cycle's own last.
import type { Plan } from '../model/plan.ts';
import type { Chart } from './chart/compiled-cycle.ts';
import { type ActiveTransition, everywhere } from './chart/place.ts';
import { lineage } from './structure/stage-index.ts';
import { eventTypeOf, type PlacedTransition } from './structure/transitions.ts';

export function activeTransitions(chart: Chart, plan: Plan): ActiveTransition[] {
  const stages = new Set(plan.stage.flatMap((id) => lineage(chart.index, id).map((entry) => entry.id)));
  const toActive = (placed: PlacedTransition, stage: string): ActiveTransition => ({
    ...placed,
    stage,
    type: eventTypeOf(placed.trigger),
    pointer: `/${placed.place}`,
  });
  const own = [...stages].flatMap((stage) =>
    (chart.transitions.get(stage) ?? []).map((placed) => toActive(placed, stage)),
  );
  return [...own, ...chart.everywhere.map((placed) => toActive(placed, everywhere))];
}
