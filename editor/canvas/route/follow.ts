// Paths that follow stages which are not where they were when the paths were found: plainly, until they are found anew.
import type { Point } from '../../document/command.ts';
import type { Box, TransitionShape } from '../view/flow-view.ts';
import { labelSize } from '../view/label-text.ts';
import { directPath } from './direct-path.ts';
import { centreOf } from './geometry.ts';
import type { Route, Routes, RouteWork } from './route-transitions.ts';

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

export interface Routed {
  work: RouteWork;
  routes: Routes;
}

const boxesOf = ({ stages }: RouteWork): ReadonlyMap<string, Box> =>
  new Map(stages.map(({ id, box }) => [id, box]));

/** Routes for `work` out of those for what was before it. */
export function followAll({ work: before, routes }: Routed, work: RouteWork): Routes {
  const [was, is] = [boxesOf(before), boxesOf(work)];
  const lines = new Map(before.transitions.map((line) => [line.id, line]));
  const shifted = (id: string): Shifted | null => {
    const [a, b] = [was.get(id), is.get(id)];
    return b ? { was: a ?? b, is: b } : null;
  };
  const next = new Map<string, Route>();
  for (const line of work.transitions) {
    const [from, to] = [shifted(line.from), shifted(line.to)];
    if (!from || !to) continue;
    const known = joinsTheSame(lines.get(line.id), line) ? routes.get(line.id) : undefined;
    next.set(
      line.id,
      known ? follow(resized(known, line), from, to) : plainRoute(from.is, to.is, labelSize(line.label)),
    );
  }
  return next;
}

const joinsTheSame = (a: TransitionShape | undefined, b: TransitionShape): boolean =>
  a?.from === b.from && a.to === b.to;

/** A label that says something else keeps its middle; it is not made wider than where it was found room. */
function resized(route: Route, { label: text }: TransitionShape): Route {
  const { label } = route;
  const { height } = labelSize(text);
  return height === label.height
    ? route
    : { ...route, label: { ...label, y: label.y + (label.height - height) / 2, height } };
}
