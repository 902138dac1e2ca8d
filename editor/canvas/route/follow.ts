// Paths that follow stages which are not where they were when the paths were found: plainly, until they are found anew.
import type { Point } from '../../document/command.ts';
import type { Box } from '../view/flow-view.ts';
import { directPath } from './direct-path.ts';
import { centreOf } from './geometry.ts';
import type { Route } from './route-transitions.ts';

/** Where a stage was when the path was found, and where it is. */
export interface Shifted {
  was: Box;
  is: Box;
}

const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const isStill = ({ was, is }: Shifted): boolean => isSameBox(was, is);

/** How far both went together; null when they did not. */
function commonStep(from: Shifted, to: Shifted): Point | null {
  const step = { x: from.is.x - from.was.x, y: from.is.y - from.was.y };
  const isCommon = [from, to].every(({ was, is }) =>
    isSameBox({ ...was, x: was.x + step.x, y: was.y + step.y }, is),
  );
  return isCommon ? step : null;
}

/** The route itself when neither end moved. */
export function follow<Routed extends Route>(route: Routed, from: Shifted, to: Shifted): Routed {
  if (isStill(from) && isStill(to)) return route;
  const { points, label } = route;
  const step = commonStep(from, to);
  if (!step) return { ...route, ...plainRoute(from.is, to.is, label) };
  const go = <At extends Point>(at: At): At => ({ ...at, x: at.x + step.x, y: at.y + step.y });
  return { ...route, points: points.map(go), label: go(label) };
}

/** The direct way, its label in the middle. */
export function plainRoute(from: Box, to: Box, size: Pick<Box, 'width' | 'height'>): Route {
  const points = directPath(from, to);
  const middle = points.length >> 1;
  const [a, b] = [points[middle - 1] ?? centreOf(from), points[middle] ?? centreOf(to)];
  const { width, height } = size;
  const label = { x: (a.x + b.x - width) / 2, y: (a.y + b.y - height) / 2, width, height };
  return { points, label };
}
