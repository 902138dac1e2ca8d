// The cost of going along one line of the search grid. Each line looks once at what lies near it.
import type { Box } from '../view/flow-view.ts';
import { type Field, headerOf } from './field.ts';
import { type Segment, segmentLength, segmentMeets, sharedLength } from './geometry.ts';

const laneWidth = 9;
const followCost = 8;
const crossCost = 26;
const frameCost = 6;
const headerCost = 4;

interface NearLine {
  /** The parts of the line that no path may use. */
  walls: readonly { from: number; to: number }[];
  frames: readonly Segment[];
  headers: readonly Box[];
  beside: readonly Segment[];
  across: readonly Segment[];
  /** Nothing but walls is near. */
  quiet: boolean;
}

const sidesOf = ({ x, y, width, height }: Box): Segment[] => [
  { level: true, at: y, from: x, to: x + width },
  { level: true, at: y + height, from: x, to: x + width },
  { level: false, at: x, from: y, to: y + height },
  { level: false, at: x + width, from: y, to: y + height },
];

function look(field: Field, level: boolean, at: number): NearLine {
  const endless: Segment = { level, at, from: -Infinity, to: Infinity };
  const near = (segment: Segment) => segment.level === level && Math.abs(segment.at - at) < laneWidth;
  const walls = field.walls
    .filter((box) => segmentMeets(endless, box))
    .map(({ x, y, width, height }) => (level ? { from: x, to: x + width } : { from: y, to: y + height }));
  const frames = field.frames.flatMap(sidesOf).filter(near);
  const headers = field.frames.map(headerOf).filter((box) => segmentMeets(endless, box));
  const beside = field.used.filter(near);
  const across = field.used.filter(
    (segment) => segment.level !== level && segment.from < at && segment.to > at,
  );
  const quiet = frames.length + headers.length + beside.length + across.length === 0;
  return { walls, frames, headers, beside, across, quiet };
}

export type StepCost = (level: boolean, at: number, from: number, to: number) => number;

/** Infinity through a wall. */
export function makeStepCost(field: Field): StepCost {
  const lines = { level: new Map<number, NearLine>(), upright: new Map<number, NearLine>() };
  const nearLine = (level: boolean, at: number): NearLine => {
    const known = level ? lines.level : lines.upright;
    const found = known.get(at) ?? look(field, level, at);
    known.set(at, found);
    return found;
  };
  return (level, at, a, b) => {
    const near = nearLine(level, at);
    const from = Math.min(a, b);
    const to = Math.max(a, b);
    for (const wall of near.walls) if (from < wall.to && to > wall.from) return Infinity;
    return near.quiet ? to - from : to - from + nuisance(near, { level, at, from, to });
  };
}

function nuisance({ beside, frames, headers, across }: NearLine, step: Segment): number {
  let cost = 0;
  for (const other of beside) cost += sharedLength(step, other, laneWidth) * followCost;
  for (const side of frames) cost += sharedLength(step, side, laneWidth) * frameCost;
  for (const box of headers) cost += segmentMeets(step, box) ? segmentLength(step) * headerCost : 0;
  for (const other of across) cost += other.at > step.from && other.at <= step.to ? crossCost : 0;
  return cost;
}
