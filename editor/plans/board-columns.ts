// The board: a column for each stage with plans, in the cycle's order, stages of older versions last; and the stages
// without plans, by their kind. Ends count only when a plan is there.
import type { StageKind } from '../../engine/index.ts';
import type { PlanItem, PlansTogether } from '../app/api/wire.ts';
import type { StageInOrder } from '../app/words/stages-in-order.ts';

export interface Column extends StageInOrder {
  /** Those that are loaded, the most urgent. */
  plans: PlanItem[];
  /** How many there are. */
  total: number;
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

/** `groups`: how many plans there are where, also those that are not loaded. */
export function toBoard(
  plans: PlanItem[],
  stages: StageInOrder[],
  groups: Pick<PlansTogether, 'stage' | 'count'>[] = [],
): BoardShape {
  const ends = new Set(stages.filter(({ final }) => final).map(({ id }) => id));
  const columnOf = ({ stage }: Pick<PlanItem, 'stage'>) =>
    stage.find((id) => !ends.has(id)) ?? stage[0] ?? '';
  const byStage = Map.groupBy(plans, columnOf);
  const totals = new Map([...byStage].map(([id, own]) => [id, own.length]));
  for (const [id, together] of Map.groupBy(groups, columnOf))
    totals.set(
      id,
      Math.max(
        totals.get(id) ?? 0,
        together.reduce((sum, { count }) => sum + count, 0),
      ),
    );
  const known = new Set(stages.map(({ id }) => id));
  const older = [...totals.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: id, kind: null, final: false }));
  const columns = [...stages, ...older].flatMap((stage) => {
    const total = totals.get(stage.id);
    return total ? [{ ...stage, total, plans: byStage.get(stage.id) ?? [] }] : [];
  });
  return { columns, empty: byKind(stages.filter(({ id, final }) => !final && !totals.has(id))) };
}
