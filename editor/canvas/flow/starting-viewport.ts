// What is seen first: the whole cycle if it is legible then, else the place where it starts, or where the plan is.
import type { Viewport } from '@xyflow/react';
import type { StageId } from '../../../engine/index.ts';
import { hull } from '../route/geometry.ts';
import type { Box, StageView } from '../view/flow-view.ts';

const legible = 0.5;
const closeUp = 0.8;
const margin = 56;

export function startingViewport(
  stages: readonly StageView[],
  size: { width: number; height: number },
  focus: readonly StageId[] | undefined,
): Viewport {
  const [first] = stages;
  if (!first) return { x: size.width / 2, y: size.height / 2, zoom: 1 };
  const all = stages.reduce<Box>((box, stage) => hull(box, stage.box), first.box);
  const zoom = Math.min(1, (size.width - 2 * margin) / all.width, (size.height - 2 * margin) / all.height);
  if (zoom >= legible) return centredOn(all, size, zoom);
  const here = stages.find(({ id }) => focus?.includes(id));
  if (here) return centredOn(here.box, size, closeUp);
  const start = stages.find(({ initial, parent }) => initial && parent === null) ?? first;
  const fromTop = margin - all.y * closeUp;
  const startAt = start.box.y * closeUp + fromTop;
  const y = startAt < size.height * 0.6 ? fromTop : size.height * 0.4 - start.box.y * closeUp;
  return { x: margin + 16 - start.box.x * closeUp, y, zoom: closeUp };
}

const centredOn = (box: Box, size: { width: number; height: number }, zoom: number): Viewport => ({
  x: size.width / 2 - (box.x + box.width / 2) * zoom,
  y: size.height / 2 - (box.y + box.height / 2) * zoom,
  zoom,
});
