// Keeps the plan that is laid over the cycle in sight: when it moves out of the picture, the picture follows.
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { StageView } from '../view/flow-view.ts';
import { motionTime } from './motion.ts';
import type { PlanOverlay } from './overlay.ts';

const margin = 24;

export function useFollow(
  frame: RefObject<HTMLElement | null>,
  stages: readonly StageView[],
  overlay: PlanOverlay | undefined,
): void {
  const { getViewport, setCenter } = useReactFlow();
  const key = overlay?.active.join(' ') ?? '';
  const before = useRef(key);
  const follow = useEffectEvent(() => {
    const boxes = stages.filter(({ id }) => overlay?.active.includes(id)).map(({ box }) => box);
    const [first] = boxes;
    if (!first || !frame.current) return;
    const { x, y, zoom } = getViewport();
    const { clientWidth, clientHeight } = frame.current;
    const isShown = boxes.some((box) => {
      const [left, top] = [box.x * zoom + x, box.y * zoom + y];
      const [right, bottom] = [left + box.width * zoom, top + box.height * zoom];
      return (
        left >= margin && top >= margin && right <= clientWidth - margin && bottom <= clientHeight - margin
      );
    });
    if (isShown) return;
    void setCenter(first.x + first.width / 2, first.y + first.height / 2, { zoom, duration: motionTime() });
  });
  useEffect(() => {
    const moved = before.current !== '' && key !== '' && key !== before.current;
    before.current = key;
    if (moved) follow();
  }, [key]);
}
