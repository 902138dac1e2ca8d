// Where dragged stages come to lie: in line with a neighbour that is near, else on the grid. They keep their places to
// one another. Pure: boxes are absolute, and what is drawn while dragging is what lands.
import type { StageId } from '../../../engine/index.ts';
import type { Point } from '../../document/command.ts';
import { hull } from '../route/geometry.ts';
import { containerAt } from '../view/container-at.ts';
import type { Box, Line, StageView } from '../view/flow-view.ts';
import { gridStep } from '../view/sizes.ts';

export interface Dragged {
  id: StageId;
  /** Where the pointer has it now. */
  box: Box;
}

export interface Snapped {
  /** To be added to every dragged box. */
  shift: Point;
  guides: Line[];
}

const marksOf = (from: number, size: number): number[] => [from, from + size / 2, from + size];

/** The smallest step that brings an edge or the centre in line with a neighbour's; null when none is near. */
function nearestStep(own: readonly number[], others: readonly number[], reach: number): number | null {
  const steps = own.flatMap((mark) => others.map((other) => other - mark));
  const near = steps.filter((step) => Math.abs(step) <= reach);
  return near.length === 0
    ? null
    : near.reduce((best, step) => (Math.abs(step) < Math.abs(best) ? step : best));
}

const toGrid = (value: number): number => Math.round(value / gridStep) * gridStep - value;

export function snap(
  stages: readonly StageView[],
  dragged: readonly Dragged[],
  { reach, free }: { reach: number; free: boolean },
): Snapped {
  const [first] = dragged;
  if (!first) return { shift: { x: 0, y: 0 }, guides: [] };
  const all = dragged.reduce((box, each) => hull(box, each.box), first.box);
  if (free) return { shift: { x: Math.round(all.x) - all.x, y: Math.round(all.y) - all.y }, guides: [] };
  const near = neighbours(stages, dragged, all);
  const xs = near.flatMap(({ x, width }) => marksOf(x, width));
  const ys = near.flatMap(({ y, height }) => marksOf(y, height));
  const shift = {
    x: nearestStep(marksOf(all.x, all.width), xs, reach) ?? toGrid(first.box.x),
    y: nearestStep(marksOf(all.y, all.height), ys, reach) ?? toGrid(first.box.y),
  };
  return { shift, guides: guidesOf({ ...all, x: all.x + shift.x, y: all.y + shift.y }, near) };
}

/** What lies in the container that the stages are dragged over. */
function neighbours(stages: readonly StageView[], dragged: readonly Dragged[], all: Box): Box[] {
  const moved = dragged.map(({ id }) => id);
  const middle = { x: all.x + all.width / 2, y: all.y + all.height / 2 };
  const inside = containerAt(stages, middle, moved);
  return stages
    .filter(({ id, type, parent }) => parent === inside && type !== 'any' && !moved.includes(id))
    .map(({ box }) => box);
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;

/** A line through every edge and centre that is shared now, as long as what it goes through. */
function guidesOf(box: Box, near: readonly Box[]): Line[] {
  const upright = marksOf(box.x, box.width).flatMap((x) => {
    const shared = near.filter((other) => marksOf(other.x, other.width).some((mark) => same(mark, x)));
    if (shared.length === 0) return [];
    const { y, height } = shared.reduce(hull, box);
    return [{ from: { x, y }, to: { x, y: y + height } }];
  });
  const level = marksOf(box.y, box.height).flatMap((y) => {
    const shared = near.filter((other) => marksOf(other.y, other.height).some((mark) => same(mark, y)));
    if (shared.length === 0) return [];
    const { x, width } = shared.reduce(hull, box);
    return [{ from: { x, y }, to: { x: x + width, y } }];
  });
  return [...upright, ...level];
}
