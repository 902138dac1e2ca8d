// How much of a large cycle is drawn: what is in sight in full, from afar only what can be made out there, the rest
// not at all. A small one is drawn whole: then everything on it can be reached with Tab.
import { type ReactFlowState, useStore } from '@xyflow/react';
import { createContext, useContext } from 'react';
import { boxesMeet, inflated } from '../route/geometry.ts';
import type { Box, FlowView } from '../view/flow-view.ts';

/** Stages and transitions together. */
const largeFrom = 150;
/** Around the window: what comes into sight next is there already. */
const margin = 160;
/** The window of the transitions moves on in such steps. */
const step = 80;
/** Words cannot be read from farther away. */
const legible = 0.35;

export type Detail = 'full' | 'afar' | 'none';

export const isLarge = ({ stages, transitions }: FlowView): boolean =>
  stages.length + transitions.length >= largeFrom;

/** Is the cycle on this canvas a large one? */
export const LargeContext = createContext(false);

type Window = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;

/** On the canvas. */
function sightOf({ transform: [x, y, zoom], width, height }: Window): Box {
  const inWindow = inflated({ x: -x, y: -y, width, height }, margin);
  return {
    x: inWindow.x / zoom,
    y: inWindow.y / zoom,
    width: inWindow.width / zoom,
    height: inWindow.height / zoom,
  };
}

export function detailOf(window: Window, box: Box): Detail {
  if (!boxesMeet(sightOf(window), box)) return 'none';
  return window.transform[2] < legible ? 'afar' : 'full';
}

export function useDetail(box: Box): Detail {
  const isSparse = useContext(LargeContext);
  return useStore((state) => (isSparse ? detailOf(state, box) : 'full'));
}

export interface Sight {
  /** Null is everywhere. */
  box: Box | null;
  isLegible: boolean;
}

const everything: Sight = { box: null, isLegible: true };

/** The same until it has moved by a step. */
export function steppedSight({ transform: [x, y, zoom], width, height }: Window): Sight {
  const stepped: Window = {
    transform: [Math.round(x / step) * step, Math.round(y / step) * step, zoom],
    width,
    height,
  };
  return { box: sightOf(stepped), isLegible: zoom >= legible };
}

const isSameSight = (a: Sight, b: Sight): boolean =>
  a.isLegible === b.isLegible &&
  a.box?.x === b.box?.x &&
  a.box?.y === b.box?.y &&
  a.box?.width === b.box?.width &&
  a.box?.height === b.box?.height;

export function useSight(): Sight {
  const isSparse = useContext(LargeContext);
  return useStore((state) => (isSparse ? steppedSight(state) : everything), isSameSight);
}
