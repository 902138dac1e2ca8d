// The cheapest orthogonal path between two sets of ports: A* over the lines that matter.
import type { Point } from '../../document/command.ts';
import type { Box } from '../view/flow-view.ts';
import type { Field } from './field.ts';
import { makeStepCost, type StepCost } from './line-costs.ts';
import { type MinHeap, makeMinHeap } from './min-heap.ts';
import type { Port } from './ports.ts';

const bendCost = 34;
const lanes = [10, 24, 38];
const directions: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

export interface FoundPath {
  from: Port;
  to: Port;
  points: Point[];
}

/** A state is a crossing of two grid lines and the direction in which it was reached. */
interface Search {
  grid: Grid;
  costs: Float64Array;
  came: Int32Array;
  closed: Uint8Array;
  heap: MinHeap;
  stepCost: StepCost;
  guess: (x: number, y: number) => number;
}

interface Best {
  cost: number;
  state: number;
  port: Port;
}

/** Null when the window has no way through. */
export function searchPath(
  starts: readonly Port[],
  goals: readonly Port[],
  field: Field,
  window: Box,
): FoundPath | null {
  const search = makeSearch(makeGrid(starts, goals, field, window), field, goals);
  const startOf = begin(search, starts);
  const goalsAt = Map.groupBy(goals, ({ stub }) => search.grid.cellOf(stub));
  let best: Best | null = null;
  for (let state = search.heap.pop(); state !== undefined; state = search.heap.pop()) {
    if (search.closed[state]) continue;
    search.closed[state] = 1;
    const here = placeOf(search, state);
    if (best && here.cost + search.guess(here.x, here.y) >= best.cost) break;
    for (const port of goalsAt.get(state >> 2) ?? []) best = better(best, here, port);
    spread(search, here);
  }
  return best ? retrace(best, search, startOf) : null;
}

function makeSearch(grid: Grid, field: Field, goals: readonly Port[]): Search {
  const size = grid.xs.length * grid.ys.length * 4;
  return {
    grid,
    costs: new Float64Array(size).fill(Infinity),
    came: new Int32Array(size).fill(-1),
    closed: new Uint8Array(size),
    heap: makeMinHeap(),
    stepCost: makeStepCost(field),
    guess: guesser(goals),
  };
}

function begin({ grid, costs, heap, guess }: Search, starts: readonly Port[]): Map<number, Port> {
  const startOf = new Map<number, Port>();
  for (const port of starts) {
    const state = grid.cellOf(port.stub) * 4 + directionOf(port.out);
    if (port.cost >= (costs[state] ?? 0)) continue;
    costs[state] = port.cost;
    startOf.set(state, port);
    heap.push(port.cost + guess(port.stub.x, port.stub.y), state);
  }
  return startOf;
}

interface Here {
  state: number;
  cost: number;
  ix: number;
  iy: number;
  x: number;
  y: number;
}

function placeOf({ grid, costs }: Search, state: number): Here {
  const cell = state >> 2;
  const ix = cell % grid.xs.length;
  const iy = (cell - ix) / grid.xs.length;
  return { state, cost: costs[state] ?? Infinity, ix, iy, x: grid.xs[ix] ?? 0, y: grid.ys[iy] ?? 0 };
}

function better(best: Best | null, { state, cost }: Here, port: Port): Best | null {
  const arrive = (directionOf(port.out) + 2) % 4;
  const total = cost + turnCost(state & 3, arrive) + port.cost;
  return total < (best?.cost ?? Infinity) ? { cost: total, state, port } : best;
}

function spread(search: Search, here: Here): void {
  const { grid, costs, came, closed, heap, stepCost, guess } = search;
  for (const [way, ahead] of directions.entries()) {
    const x = grid.xs[here.ix + ahead.x];
    const y = grid.ys[here.iy + ahead.y];
    const turn = turnCost(here.state & 3, way);
    if (turn === Infinity || x === undefined || y === undefined) continue;
    const next = ((here.iy + ahead.y) * grid.xs.length + here.ix + ahead.x) * 4 + way;
    const least = here.cost + turn + Math.abs(x - here.x) + Math.abs(y - here.y);
    if (closed[next] || least >= (costs[next] ?? 0)) continue;
    const step = ahead.y === 0 ? stepCost(true, y, here.x, x) : stepCost(false, x, here.y, y);
    const total = here.cost + turn + step;
    if (total >= (costs[next] ?? 0)) continue;
    costs[next] = total;
    came[next] = here.state;
    heap.push(total + guess(x, y), next);
  }
}

const directionOf = ({ x, y }: Point): number => (y === 0 ? (x > 0 ? 0 : 2) : y > 0 ? 1 : 3);
const turnCost = (from: number, to: number): number => {
  if (from === to) return 0;
  return (from + 2) % 4 === to ? Infinity : bendCost;
};

/** Never more than the true cost: the way to the nearest goal without bends. */
function guesser(goals: readonly Port[]) {
  const xs = goals.map(({ stub }) => stub.x);
  const ys = goals.map(({ stub }) => stub.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return (x: number, y: number): number =>
    Math.max(0, left - x, x - right) + Math.max(0, top - y, y - bottom);
}

interface Grid {
  xs: number[];
  ys: number[];
  cellOf(point: Point): number;
}

function makeGrid(starts: readonly Port[], goals: readonly Port[], field: Field, window: Box): Grid {
  const stubs = [...starts, ...goals].map(({ stub }) => stub);
  const across = field.walls.flatMap(({ x, width }) => lanes.flatMap((lane) => [x - lane, x + width + lane]));
  const down = field.walls.flatMap(({ y, height }) => lanes.flatMap((lane) => [y - lane, y + height + lane]));
  const inner = field.frames.flatMap(({ x, width }) => [x + 14, x + width - 14]);
  const innerDown = field.frames.flatMap(({ y, height }) => [y + 50, y + height - 14]);
  const xs = lines(
    [...across, ...inner],
    stubs.map(({ x }) => x),
    window.x,
    window.x + window.width,
  );
  const ys = lines(
    [...down, ...innerDown],
    stubs.map(({ y }) => y),
    window.y,
    window.y + window.height,
  );
  const indexX = new Map(xs.map((x, index) => [x, index]));
  const indexY = new Map(ys.map((y, index) => [y, index]));
  return { xs, ys, cellOf: ({ x, y }) => (indexY.get(y) ?? 0) * xs.length + (indexX.get(x) ?? 0) };
}

/** Lines that nearly coincide with another one are left out; those of the ports always stay. */
function lines(useful: readonly number[], needed: readonly number[], low: number, high: number): number[] {
  const fixed = [...new Set(needed)].sort((a, b) => a - b);
  const extra = useful.filter((each) => each >= low && each <= high).sort((a, b) => a - b);
  const kept: number[] = [];
  for (const each of extra) {
    const last = kept.at(-1);
    if (last === undefined || each - last >= 6) kept.push(each);
  }
  return [...new Set([...fixed, ...kept.map(Math.round)])].sort((a, b) => a - b);
}

function retrace(best: Best, search: Search, startOf: ReadonlyMap<number, Port>): FoundPath | null {
  const reversed: Point[] = [];
  let first = best.state;
  for (let at = best.state; at >= 0; at = search.came[at] ?? -1) {
    const { x, y } = placeOf(search, at);
    reversed.push({ x, y });
    first = at;
  }
  const from = startOf.get(first);
  return from ? { from, to: best.port, points: [from.at, ...reversed.reverse(), best.port.at] } : null;
}
