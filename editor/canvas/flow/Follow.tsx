// Brings stages into sight when others are asked for; what is in sight already stays where it is.
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useEffectEvent } from 'react';
import type { StageId } from '../../../engine/index.ts';
import { hull } from '../route/geometry.ts';
import type { Box } from '../view/flow-view.ts';
import { motionTime } from './motion.ts';

const margin = 48;
const closest = 1;
const legible = 0.5;

interface Size {
  width: number;
  height: number;
}

const fitting = (box: Size, window: Size): number =>
  Math.min((window.width - 2 * margin) / box.width, (window.height - 2 * margin) / box.height);

/** All of them together, when that can still be read; else the smallest. */
function boxToShow(boxes: readonly Box[], window: Size): Box | undefined {
  const [first, ...others] = boxes;
  if (!first) return undefined;
  const whole = others.reduce(hull, first);
  if (fitting(whole, window) >= legible) return whole;
  return boxes.toSorted((a, b) => a.width * a.height - b.width * b.height)[0];
}

export function Follow({ stages }: { stages: readonly StageId[] }) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const boxOf = (id: StageId): Box[] => {
    const node = flow.getInternalNode(id);
    const { width = 0, height = 0 } = node?.measured ?? {};
    return node ? [{ ...node.internals.positionAbsolute, width, height }] : [];
  };
  const show = useEffectEvent((ids: readonly StageId[]) => {
    const { width, height } = store.getState();
    const box = boxToShow(ids.flatMap(boxOf), { width, height });
    if (!box) return;
    const { x, y, zoom } = flow.getViewport();
    const [left, top] = [box.x * zoom + x, box.y * zoom + y];
    const seen =
      zoom >= legible &&
      left >= 0 &&
      top >= 0 &&
      left + box.width * zoom <= width &&
      top + box.height * zoom <= height;
    if (seen) return;
    const near = Math.max(legible, Math.min(closest, zoom, fitting(box, { width, height })));
    void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
      zoom: near,
      duration: motionTime(),
    });
  });
  const key = stages.join(' ');
  useEffect(() => {
    if (key !== '') show(key.split(' '));
  }, [key]);
  return null;
}
