// Where a path may touch a stage: places along its sides, with what each would cost.
import type { Point } from '../../document/command.ts';
import type { Box, StageShape } from '../view/flow-view.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface Port {
  side: Side;
  /** On the border of the stage. */
  at: Point;
  /** A short way off the border, where the search starts or ends. */
  stub: Point;
  /** The direction away from the border. */
  out: Point;
  cost: number;
}

export const stubLength = 16;
const slotGap = 16;
const occupiedCost = 400;

const outward: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** The reading direction is left to right: paths like to leave to the right and arrive from the left. */
const sideCost = {
  leave: { right: 0, bottom: 14, top: 14, left: 40 },
  arrive: { left: 0, top: 14, bottom: 14, right: 40 },
} as const;

interface Wish {
  end: 'leave' | 'arrive';
  /** Inside the container, when the other end is in it. */
  inward: boolean;
  /** Lines that would make the path straight. */
  aligned: Point;
  /** Other transitions join the same two stages: they keep apart so that each label has its line. */
  crowded: boolean;
}

export function portsOf(stage: StageShape, taken: readonly Point[], wish: Wish): Port[] {
  const sides: Side[] =
    stage.type === 'any' && wish.end === 'arrive' ? [] : ['left', 'right', 'top', 'bottom'];
  return sides
    .filter((side) => !(wish.inward && side === 'top'))
    .flatMap((side) => portsOnSide(stage, side, taken, wish));
}

function portsOnSide(stage: StageShape, side: Side, taken: readonly Point[], wish: Wish): Port[] {
  const upright = side === 'left' || side === 'right';
  const length = upright ? stage.box.height : stage.box.width;
  const low = lowest(stage, side);
  const origin = upright ? stage.box.y : stage.box.x;
  const straight = (upright ? wish.aligned.y : wish.aligned.x) - origin;
  const offsets = slots(low, length - 12, straight);
  const middle = (low + length - 12) / 2;
  const out = wish.inward ? opposite(outward[side]) : outward[side];
  return offsets.map((offset) => {
    const at = pointOn(stage.box, side, offset);
    const occupied = taken.some((point) => Math.abs(point.x - at.x) + Math.abs(point.y - at.y) < slotGap - 4);
    return {
      side,
      at,
      stub: { x: at.x + out.x * stubLength, y: at.y + out.y * stubLength },
      out,
      cost: sideCost[wish.end][side] + offsetCost(offset - middle, wish) + (occupied ? occupiedCost : 0),
    };
  });
}

/** Paths like the middle of a side, unless several join the same stages. */
const offsetCost = (fromMiddle: number, { crowded }: Wish): number =>
  crowded ? Math.max(0, 20 - Math.abs(fromMiddle)) * 1.2 : Math.abs(fromMiddle) * 0.2;

/** The initial marker has the upper part of the left side for itself, a container's header the top of its sides. */
function lowest(stage: StageShape, side: Side): number {
  const upright = side === 'left' || side === 'right';
  if (upright && stage.type !== 'final' && stage.box.height > 100) return 56;
  return side === 'left' && stage.initial ? 32 : 12;
}

/** Evenly from the middle outwards, the two ends, and the one that makes a straight path. */
function slots(low: number, high: number, straight: number): number[] {
  const middle = (low + high) / 2;
  const gap = Math.max(slotGap, (high - low) / 10);
  const steps = Math.floor((high - middle) / gap);
  const even = Array.from({ length: steps * 2 + 1 }, (_, index) => middle + (index - steps) * gap);
  const all = [...even, low, high];
  return straight >= low && straight <= high ? [...all, straight] : all;
}

const opposite = ({ x, y }: Point): Point => ({ x: -x, y: -y });

function pointOn({ x, y, width, height }: Box, side: Side, offset: number): Point {
  const along = Math.round(offset);
  if (side === 'left') return { x, y: y + along };
  if (side === 'right') return { x: x + width, y: y + along };
  return side === 'top' ? { x: x + along, y } : { x: x + along, y: y + height };
}
