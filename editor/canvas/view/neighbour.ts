// The next stage in a direction, so that arrow keys walk the canvas as the eye would.
import type { StageId } from '../../../engine/index.ts';
import { centreOf } from '../route/geometry.ts';
import type { Box, StageView } from './flow-view.ts';

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Without a start it is the initial stage. */
export function neighbourOf(
  stages: readonly StageView[],
  from: StageId | null,
  direction: Direction,
): StageId | null {
  const real = stages.filter(({ type }) => type !== 'any');
  const start = real.find(({ id }) => id === from);
  if (!start) return (real.find(({ initial, parent }) => initial && parent === null) ?? real[0])?.id ?? null;
  const here = centreOf(start.box);
  const ranked = real
    .filter((view) => view.id !== start.id && !holds(view.box, start.box))
    .map((view) => {
      const there = centreOf(view.box);
      const [dx, dy] = [there.x - here.x, there.y - here.y];
      const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
      const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
      return { id: view.id, along, cost: along + aside * 2 };
    })
    .filter(({ along, cost }) => along > 8 && cost < along * 4);
  return ranked.sort((a, b) => a.cost - b.cost)[0]?.id ?? null;
}
