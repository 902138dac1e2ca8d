// What lies at a point of the canvas.
import type { StageId } from '../../../engine/index.ts';
import type { Point } from '../../document/command.ts';
import type { Box, StageView } from './flow-view.ts';

const contains = ({ x, y, width, height }: Box, at: Point): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

/** The innermost open container there; none that is moved, nor one inside it. Null is the top. */
export function containerAt(
  stages: readonly StageView[],
  at: Point,
  moved: readonly StageId[] = [],
): StageId | null {
  const inMoved = new Set<StageId>(moved);
  for (const { id, parent } of stages) if (parent !== null && inMoved.has(parent)) inMoved.add(id);
  const found = stages.filter(
    ({ id, type, collapsed, box }) =>
      (type === 'compound' || type === 'parallel') && !collapsed && !inMoved.has(id) && contains(box, at),
  );
  return deepest(found);
}

/** The innermost stage there. */
export const stageAt = (stages: readonly StageView[], at: Point): StageId | null =>
  deepest(stages.filter(({ box, type }) => type !== 'any' && contains(box, at)));

const deepest = (found: readonly StageView[]): StageId | null =>
  found.toSorted((a, b) => b.depth - a.depth)[0]?.id ?? null;
