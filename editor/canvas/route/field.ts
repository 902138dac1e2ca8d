// What a path must keep out of and what it had better not do: stages, frames of containers, other paths.
import type { Box, StageShape } from '../view/flow-view.ts';
import { headerHeight, initialMarker } from '../view/sizes.ts';
import { boxesMeet, inflated, type Segment, segmentMeets } from './geometry.ts';

export interface Field {
  /** Never crossed. */
  walls: Box[];
  /** Containers around an end: their border may be crossed, not followed, and their name not run through. */
  frames: Box[];
  /** Paths that are there already, near enough to matter. */
  used: readonly Segment[];
}

const clearance = 8;

export const markerBox = ({ box }: StageShape): Box => ({
  x: box.x - initialMarker.width,
  y: box.y + initialMarker.top,
  width: initialMarker.width,
  height: initialMarker.height,
});

/** The stage and its containers, innermost first. */
export function lineOf<Shape extends StageShape>(stages: ReadonlyMap<string, Shape>, id: string): Shape[] {
  const line: Shape[] = [];
  for (let view = stages.get(id); view; view = view.parent === null ? undefined : stages.get(view.parent)) {
    line.push(view);
  }
  return line;
}

const holds = (view: StageShape): boolean =>
  (view.type === 'compound' || view.type === 'parallel') && !view.collapsed;

export function fieldFor(
  stages: ReadonlyMap<string, StageShape>,
  ends: { from: StageShape; to: StageShape },
  used: readonly Segment[],
  window: Box,
): Field {
  const open = new Set(
    [...lineOf(stages, ends.from.id), ...lineOf(stages, ends.to.id)].filter(holds).map(({ id }) => id),
  );
  // An end that is a container is a wall unless the other end is inside it.
  for (const [end, other] of [
    [ends.from, ends.to],
    [ends.to, ends.from],
  ] as const) {
    const around = lineOf(stages, other.id).some(({ id }) => id === end.id);
    if (!around || end.id === other.id) open.delete(end.id);
  }
  const reach = inflated(window, 48);
  const near = [...stages.values()].filter((view) => boxesMeet(view.box, reach));
  const shut = near.filter((view) => !open.has(view.id) && !hiddenIn(stages, view, open));
  const markers = near.filter((view) => view.initial).map(markerBox);
  return {
    walls: [...shut.map((view) => inflated(view.box, clearance)), ...markers],
    frames: near.filter((view) => open.has(view.id)).map((view) => view.box),
    used: used.filter((segment) => segmentMeets(segment, window)),
  };
}

/** Is it inside a container that is a wall itself? */
const hiddenIn = (
  stages: ReadonlyMap<string, StageShape>,
  view: StageShape,
  open: ReadonlySet<string>,
): boolean => view.parent !== null && !open.has(view.parent) && stages.has(view.parent);

export const headerOf = ({ x, y, width }: Box): Box => ({ x, y, width, height: headerHeight });
