// Where the drawing starts. Known before it is drawn: else it is drawn in its corner first, and then again in its place.
import type { Viewport } from '@xyflow/react';
import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { StageId } from '../../../engine/index.ts';
import type { StageView } from '../view/flow-view.ts';
import { startingViewport } from './starting-viewport.ts';

/** Null until the frame has been measured, which is before anything is seen. */
export function useStart(
  frame: RefObject<HTMLElement | null>,
  stages: readonly StageView[],
  focus: readonly StageId[] | undefined,
): Viewport | null {
  const [start, setStart] = useState<Viewport | null>(null);
  const measure = useEffectEvent(() => setStart(startingViewport(stages, sizeOf(frame.current), focus)));
  useLayoutEffect(() => measure(), []);
  return start;
}

const sizeOf = (frame: HTMLElement | null) => ({
  width: frame?.clientWidth || 1000,
  height: frame?.clientHeight || 600,
});
