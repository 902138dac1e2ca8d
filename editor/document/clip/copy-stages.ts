// Copied stages as a cycle document of their own: what leads elsewhere is still in it, and is left out when it is pasted.
import type { Cycle, StageId } from '../../../engine/index.ts';
import type { Point } from '../command.ts';
import { absolutePlaceOf } from '../layout.ts';
import { idsWithin, isInside, listStages, type PlacedStage } from '../stage-tree.ts';

/** The chosen stages without those inside another chosen one, in document order. */
export function outermost(cycle: Cycle, ids: readonly StageId[]): PlacedStage[] {
  const chosen = listStages(cycle).filter(({ id }) => ids.includes(id));
  return chosen.filter(({ id }) => !chosen.some((other) => other.id !== id && isInside(cycle, id, other.id)));
}

const cornerOf = (points: readonly Point[]): Point => ({
  x: Math.min(...points.map(({ x }) => x)),
  y: Math.min(...points.map(({ y }) => y)),
});

/** Places count from the corner of what is copied. Null when nothing of it is in the cycle. */
export function copyStages(cycle: Cycle, ids: readonly StageId[]): Cycle | null {
  const roots = outermost(cycle, ids);
  const [first] = roots;
  if (!first) return null;
  const corner = cornerOf(roots.map(({ id }) => absolutePlaceOf(cycle, id)));
  const layout = roots.flatMap(({ id, stage }) => {
    const at = absolutePlaceOf(cycle, id);
    const own = { ...cycle.layout?.[id], x: at.x - corner.x, y: at.y - corner.y };
    const inner = idsWithin(id, stage).slice(1);
    return [
      [id, own] as const,
      ...inner.map((each) => [each, cycle.layout?.[each] ?? { x: 0, y: 0 }] as const),
    ];
  });
  const initial = roots.find(({ id }) => id === cycle.initial) ?? first;
  return {
    schema: 'cycle/1',
    id: cycle.id,
    name: cycle.name,
    initial: initial.id,
    stages: Object.fromEntries(roots.map(({ id, stage }) => [id, stage])),
    layout: Object.fromEntries(layout),
  };
}
