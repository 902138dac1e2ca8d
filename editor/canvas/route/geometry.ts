// Boxes, segments and paths on the plane. Paths are orthogonal: each segment is level or upright.
import type { Point } from '../../document/command.ts';
import type { Box } from '../view/flow-view.ts';

export interface Segment {
  level: boolean;
  /** The coordinate that it keeps: y when level, x when upright. */
  at: number;
  from: number;
  to: number;
}

export const inflated = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const hull = (a: Box, b: Box): Box => {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
};

export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

export function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).flatMap((end, index) => {
    const start = points[index];
    if (!start || (start.x === end.x && start.y === end.y)) return [];
    const level = start.y === end.y;
    const [a, b] = level ? [start.x, end.x] : [start.y, end.y];
    return [{ level, at: level ? start.y : start.x, from: Math.min(a, b), to: Math.max(a, b) }];
  });
}

export const segmentLength = ({ from, to }: Segment): number => to - from;
export const pathLength = (points: readonly Point[]): number =>
  segmentsOf(points).reduce((sum, segment) => sum + segmentLength(segment), 0);

/** Does the segment run through the inside of the box? */
export function segmentMeets(segment: Segment, box: Box): boolean {
  const { x, y, width, height } = box;
  return segment.level
    ? segment.at > y && segment.at < y + height && segment.from < x + width && segment.to > x
    : segment.at > x && segment.at < x + width && segment.from < y + height && segment.to > y;
}

/** How far two segments run on top of each other, within `near` of one another. */
export function sharedLength(a: Segment, b: Segment, near: number): number {
  if (a.level !== b.level || Math.abs(a.at - b.at) > near) return 0;
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** Takes out points that lie on a straight line between their neighbours. */
export function simplified(points: readonly Point[]): Point[] {
  const distinct = points.filter((point, index) => {
    const before = points[index - 1];
    return !before || before.x !== point.x || before.y !== point.y;
  });
  return distinct.filter((point, index) => {
    const before = distinct[index - 1];
    const after = distinct[index + 1];
    if (!before || !after) return true;
    const level = before.y === point.y && point.y === after.y;
    return !level && !(before.x === point.x && point.x === after.x);
  });
}
