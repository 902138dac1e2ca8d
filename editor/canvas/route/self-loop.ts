// A loop from a stage to itself: out of one side and back in beside it, at the corner with most room.
import type { Point } from '../../document/command.ts';
import type { Box, StageShape } from '../view/flow-view.ts';
import { type Segment, segmentMeets, segmentsOf, sharedLength } from './geometry.ts';

const reach = 28;

/** Loops at the four corners, each a little larger than the last. */
function candidates({ box }: StageShape, size: number): Point[][] {
  const { x, y, width, height } = box;
  const out = reach + size * 14;
  const inset = Math.min(44, width / 4) + size * 16;
  const level = Math.min(16, height / 3) + size * 10;
  const corner = (right: boolean, top: boolean): Point[] => {
    const edge = right ? x + width : x;
    const away = right ? edge + out : edge - out;
    const start = right ? edge - inset : edge + inset;
    const sideY = top ? y + level : y + height - level;
    const endY = top ? y : y + height;
    const awayY = top ? y - out : y + height + out;
    return [
      { x: start, y: endY },
      { x: start, y: awayY },
      { x: away, y: awayY },
      { x: away, y: sideY },
      { x: edge, y: sideY },
    ];
  };
  return [corner(true, true), corner(true, false), corner(false, false), corner(false, true)];
}

export function routeSelfLoop(stage: StageShape, walls: readonly Box[], used: readonly Segment[]): Point[] {
  const tried = [0, 1, 2, 3].flatMap((size) => candidates(stage, size));
  const costOf = (points: readonly Point[]) => {
    const segments = segmentsOf(points);
    const hits = segments.filter((segment) => walls.some((wall) => segmentMeets(segment, wall))).length;
    const shared = segments.reduce(
      (sum, segment) => sum + used.reduce((all, other) => all + sharedLength(segment, other, 9), 0),
      0,
    );
    const initialSide = stage.initial && points.some(({ x }) => x < stage.box.x) ? 40 : 0;
    return hits * 1000 + shared * 4 + initialSide;
  };
  const ranked = tried.map((points, index) => ({ points, cost: costOf(points) + index * 3 }));
  return ranked.sort((a, b) => a.cost - b.cost)[0]?.points ?? [];
}
