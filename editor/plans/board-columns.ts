// The board's columns: one per stage in the cycle's order; stages of older versions follow, ends are shown when a plan is there.
import type { PlanItem } from '../app/api/wire.ts';
import type { StageInOrder } from '../app/words/stages-in-order.ts';

export interface Column extends StageInOrder {
  plans: PlanItem[];
}

export function toColumns(plans: PlanItem[], stages: StageInOrder[]): Column[] {
  const ends = new Set(stages.filter(({ final }) => final).map(({ id }) => id));
  const byStage = new Map<string, PlanItem[]>();
  for (const plan of plans) {
    const stage = plan.stage.find((id) => !ends.has(id)) ?? plan.stage[0] ?? '';
    byStage.set(stage, [...(byStage.get(stage) ?? []), plan]);
  }
  const known = new Set(stages.map(({ id }) => id));
  const older = [...byStage.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: id, kind: null, final: false }));
  return [...stages, ...older]
    .map((stage) => ({ ...stage, plans: byStage.get(stage.id) ?? [] }))
    .filter((column) => !column.final || column.plans.length > 0);
}
