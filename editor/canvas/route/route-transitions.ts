// Paths for all transitions: orthogonal, around the stages, apart from each other; then their labels.
import type { Point } from '../../document/command.ts';
import type { Box, StageShape, TransitionShape } from '../view/flow-view.ts';
import { directPath } from './direct-path.ts';
import { fieldFor, lineOf } from './field.ts';
import { centreOf, hull, inflated, type Segment, segmentsOf, simplified } from './geometry.ts';
import { placeLabels } from './place-labels.ts';
import { portsOf } from './ports.ts';
import { noMemory, type RouteMemory } from './route-memory.ts';
import { searchPath } from './search-path.ts';
import { routeSelfLoop } from './self-loop.ts';

export interface Route {
  points: readonly Point[];
  label: Box;
}

/** By the id of the transition. */
export type Routes = ReadonlyMap<string, Route>;

export interface RoutedTransition extends Route {
  id: string;
}

/** All that routes depend on. */
export interface RouteWork {
  stages: readonly StageShape[];
  transitions: readonly TransitionShape[];
}

interface Routing {
  stages: ReadonlyMap<string, StageShape>;
  used: Segment[];
  /** Where paths touch each stage. */
  touched: Map<string, Point[]>;
  /** How many transitions join two stages, whichever way. */
  joining: ReadonlyMap<string, number>;
  memory: RouteMemory;
  /** Around all stages. */
  whole: Box;
}

/** In the order given. */
export function routeTransitions(
  views: readonly StageShape[],
  transitions: readonly TransitionShape[],
  memory: RouteMemory = noMemory,
): RoutedTransition[] {
  const paths = routePaths(views, transitions, memory);
  const labels = placeLabels(views, transitions, paths);
  return transitions.map(({ id }) => ({
    id,
    points: paths.get(id) ?? [],
    label: labels.get(id) ?? { x: 0, y: 0, width: 0, height: 0 },
  }));
}

/** The paths alone: they depend on where the stages lie and not on what is written. */
export function routePaths(
  views: readonly StageShape[],
  transitions: readonly TransitionShape[],
  memory: RouteMemory = noMemory,
): Map<string, Point[]> {
  memory.begin();
  const stages = new Map(views.map((view) => [view.id, view]));
  const joining = countJoining(transitions);
  const routing: Routing = { stages, used: [], touched: new Map(), joining, memory, whole: hullOfAll(views) };
  const paths = new Map<string, Point[]>();
  for (const transition of inRoutingOrder(transitions, stages)) {
    const points = simplified(routeOne(routing, transition));
    paths.set(transition.id, points);
    routing.used.push(...segmentsOf(points));
    touch(routing, transition.from, points[0]);
    touch(routing, transition.to, points.at(-1));
  }
  return paths;
}

const pairOf = ({ from, to }: TransitionShape): string => [from, to].sort().join(' ');

function countJoining(transitions: readonly TransitionShape[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const view of transitions) counts.set(pairOf(view), (counts.get(pairOf(view)) ?? 0) + 1);
  return counts;
}

function touch({ touched }: Routing, id: string, at: Point | undefined): void {
  if (at) touched.set(id, [...(touched.get(id) ?? []), at]);
}

/** Loops first, then the short ones: what is near gets the direct way. */
function inRoutingOrder(
  transitions: readonly TransitionShape[],
  stages: ReadonlyMap<string, StageShape>,
): TransitionShape[] {
  const distance = ({ from, to }: TransitionShape): number => {
    const a = stages.get(from);
    const b = stages.get(to);
    if (!a || !b || from === to) return 0;
    const [start, end] = [centreOf(a.box), centreOf(b.box)];
    const backwards = end.x < start.x ? 200 : 0;
    return Math.abs(start.x - end.x) + Math.abs(start.y - end.y) + backwards;
  };
  return transitions
    .map((transition, index) => ({ transition, index, away: distance(transition) }))
    .sort((a, b) => a.away - b.away || a.index - b.index)
    .map(({ transition }) => transition);
}

function routeOne(routing: Routing, transition: TransitionShape): Point[] {
  const { stages, used, touched, whole } = routing;
  const from = stages.get(transition.from);
  const to = stages.get(transition.to);
  if (!from || !to) return [];
  if (from === to) {
    const { walls } = fieldFor(stages, { from, to }, used, inflated(from.box, 120));
    return routeSelfLoop(
      from,
      walls.slice().filter((wall) => !isOwn(wall, from)),
      used,
    );
  }
  const inward = (end: StageShape, other: StageShape) =>
    lineOf(stages, other.id).some(({ id }) => id === end.id);
  const crowded = (routing.joining.get(pairOf(transition)) ?? 0) > 1;
  const starts = portsOf(from, touched.get(from.id) ?? [], {
    end: 'leave',
    inward: inward(from, to),
    aligned: centreOf(to.box),
    crowded,
  });
  const goals = portsOf(to, touched.get(to.id) ?? [], {
    end: 'arrive',
    inward: inward(to, from),
    aligned: centreOf(from.box),
    crowded,
  });
  const windows = { near: inflated(hull(from.box, to.box), 160), all: inflated(whole, 200) };
  for (const [reach, window] of Object.entries(windows)) {
    const field = fieldFor(stages, { from, to }, used, window);
    const asked = { key: `${reach} ${transition.id}`, starts, goals, field, window };
    const found = routing.memory.recall(asked, () => searchPath(starts, goals, field, window));
    if (found) return found.points;
  }
  return directPath(from.box, to.box);
}

const isOwn = (wall: Box, { box }: StageShape): boolean =>
  wall.x <= box.x && wall.y <= box.y && wall.x + wall.width >= box.x + box.width;

const hullOfAll = (views: readonly StageShape[]): Box =>
  views.reduce((all, { box }) => hull(all, box), views[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 });
