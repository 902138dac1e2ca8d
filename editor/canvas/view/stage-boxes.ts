// The size and absolute box of every stage that is shown. Containers fit what is inside them.
import type { Cycle, Stage, StageId } from '../../../engine/index.ts';
import { containerPadding, placeOf } from '../../document/layout.ts';
import { isContainer, isParallel, type PlacedStage, typeOf } from '../../document/stage-tree.ts';
import type { Box, Line } from './flow-view.ts';
import { emptyContainerSize, endSize, historySize, stageSize } from './sizes.ts';

interface Size {
  width: number;
  height: number;
}

export const isCollapsed = (cycle: Cycle, id: StageId): boolean => cycle.layout?.[id]?.collapsed === true;

export function sizeOf(cycle: Cycle, id: StageId, stage: Stage): Size {
  const type = typeOf(stage);
  if (type === 'final') return endSize;
  if (type === 'history') return historySize;
  if (!isContainer(stage) || isCollapsed(cycle, id)) return stageSize;
  const corners = Object.entries(stage.stages).map(([inner, child]) => {
    const size = sizeOf(cycle, inner, child);
    const place = placeOf(cycle, inner);
    return { x: place.x + size.width, y: place.y + size.height };
  });
  return {
    width: Math.max(emptyContainerSize.width, ...corners.map(({ x }) => x + containerPadding.right)),
    height: Math.max(emptyContainerSize.height, ...corners.map(({ y }) => y + containerPadding.bottom)),
  };
}

export function boxOf(cycle: Cycle, placed: PlacedStage, outer: Box | undefined): Box {
  const place = placeOf(cycle, placed.id);
  const size = sizeOf(cycle, placed.id, placed.stage);
  return { x: (outer?.x ?? 0) + place.x, y: (outer?.y ?? 0) + place.y, ...size };
}

/** Dashed lines halfway between neighbouring regions, stacked or side by side. */
export function dividersOf(cycle: Cycle, id: StageId, stage: Stage): Line[] {
  if (!isParallel(stage) || isCollapsed(cycle, id)) return [];
  const size = sizeOf(cycle, id, stage);
  const regions = Object.entries(stage.stages)
    .filter(([, region]) => region.type !== 'history')
    .map(([inner, region]) => ({ ...placeOf(cycle, inner), ...sizeOf(cycle, inner, region) }));
  const rows = gapsBetween(regions.map(({ y, height }) => [y, y + height]));
  if (rows !== null) {
    return rows.map((y) => ({ from: { x: 0, y }, to: { x: size.width, y } }));
  }
  const columns = gapsBetween(regions.map(({ x, width }) => [x, x + width])) ?? [];
  return columns.map((x) => ({ from: { x, y: 40 }, to: { x, y: size.height } }));
}

/** The middles of the gaps when no two ranges overlap, else null. */
function gapsBetween(ranges: [from: number, to: number][]): number[] | null {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const pairs = sorted.slice(1).map((range, index) => [sorted[index]?.[1] ?? 0, range[0]] as const);
  if (pairs.some(([end, start]) => start < end)) return null;
  return pairs.map(([end, start]) => (end + start) / 2);
}
