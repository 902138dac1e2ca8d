// The board: a column for each stage with plans, in the cycle's order, stages of older versions last; and the stages
// without plans, by their kind. Ends count only when a plan is there.
import type { StageKind } from '../../engine/index.ts';
import type { PlanItem } from '../app/api/wire.ts';
import type { StageInOrder } from '../app/words/stages-in-order.ts';

export interface Column extends StageInOrder {
  plans: PlanItem[];
}
export interface EmptyStages {
  kind: StageKind | null;
  /** In the cycle's order. */
  names: string[];
}
export interface BoardShape {
  columns: Column[];
  empty: EmptyStages[];
}

function byKind(stages: StageInOrder[]): EmptyStages[] {
  const groups = Map.groupBy(stages, ({ kind }) => kind);
  return [...groups].map(([kind, all]) => ({ kind, names: all.map(({ name }) => name) }));
}

export function toBoard(plans: PlanItem[], stages: StageInOrder[]): BoardShape {
  const ends = new Set(stages.filter(({ final }) => final).map(({ id }) => id));
  const byStage = Map.groupBy(plans, (plan) => plan.stage.find((id) => !ends.has(id)) ?? plan.stage[0] ?? '');
  const known = new Set(stages.map(({ id }) => id));
  const older = [...byStage.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: id, kind: null, final: false }));
  const columns = [...stages, ...older].flatMap((stage) => {
    const own = byStage.get(stage.id);
    return own ? [{ ...stage, plans: own }] : [];
  });
  return { columns, empty: byKind(stages.filter(({ id, final }) => !final && !byStage.has(id))) };
}
