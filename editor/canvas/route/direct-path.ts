// A plain path between two boxes, made without looking at anything else: while a stage is dragged,
// and when there is no way around.
import type { Point } from '../../document/command.ts';
import type { Box } from '../view/flow-view.ts';
import { centreOf, simplified } from './geometry.ts';

export function directPath(from: Box, to: Box): Point[] {
  const start = centreOf(from);
  const end = centreOf(to);
  const gapRight = to.x - (from.x + from.width);
  const gapLeft = from.x - (to.x + to.width);
  if (gapRight > 0 || gapLeft > 0) {
    const a = gapRight > 0 ? from.x + from.width : from.x;
    const b = gapRight > 0 ? to.x : to.x + to.width;
    const middle = (a + b) / 2;
    return simplified([
      { x: a, y: start.y },
      { x: middle, y: start.y },
      { x: middle, y: end.y },
      { x: b, y: end.y },
    ]);
  }
  const down = end.y >= start.y;
  const a = down ? from.y + from.height : from.y;
  const b = down ? to.y : to.y + to.height;
  const middle = (a + b) / 2;
  return simplified([
    { x: start.x, y: a },
    { x: start.x, y: middle },
    { x: end.x, y: middle },
    { x: end.x, y: b },
  ]);
}
