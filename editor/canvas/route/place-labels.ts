// Where labels lie: on their path if there is room, else beside it; never on a stage or another label.
import type { Point } from '../../document/command.ts';
import type { Box, StageShape, TransitionShape } from '../view/flow-view.ts';
import { labelSize } from '../view/label-text.ts';
import { headerHeight } from '../view/sizes.ts';
import { markerBox } from './field.ts';
import {
  boxesMeet,
  hull,
  inflated,
  type Segment,
  segmentLength,
  segmentMeets,
  segmentsOf,
} from './geometry.ts';

const alongPath = [0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85];
const narrower = [1, 0.75, 0.55];
const narrowest = 56;

interface Candidate {
  box: Box;
  cost: number;
  /** Up to its own path: what crosses here could be taken for its path. */
  clear: Box;
}

/** A label that looks for its place. */
interface Wanting {
  id: string;
  size: Size;
  own: readonly Segment[];
  /** On its path or beside it, the best first. None of them lies on a stage. */
  choices: readonly Box[];
}

type Size = Pick<Box, 'width' | 'height'>;
type Placed = ReadonlyMap<string, Box>;

export function placeLabels(
  stages: readonly StageShape[],
  transitions: readonly TransitionShape[],
  paths: ReadonlyMap<string, readonly Point[]>,
): Placed {
  const solid = stages.flatMap(solidParts);
  const segments = new Map(transitions.map(({ id }) => [id, segmentsOf(paths.get(id) ?? [])]));
  const all = [...segments.values()].flat();
  const wanting = transitions.map(({ id, label }): Wanting => {
    const [own, size] = [segments.get(id) ?? [], labelSize(label)];
    return { id, size, own, choices: choicesOf(size, own, all, solid) };
  });
  const byId = new Map(wanting.map((each) => [each.id, each]));
  const fewestChoicesFirst = wanting.toSorted((a, b) => longest(a.own) - longest(b.own));
  let placed = new Map<string, Box>();
  for (const each of fewestChoicesFirst) {
    const free = firstFree(each, placed);
    const madeRoom = free ? null : makeRoom(each, placed, byId);
    if (madeRoom) placed = madeRoom;
    else placed.set(each.id, free ?? nearestFree(each, solid, placed));
  }
  return placed;
}

const isFree = (box: Box, placed: Placed): boolean =>
  [...placed.values()].every((label) => !boxesMeet(box, inflated(label, 3)));

const firstFree = ({ choices }: Wanting, placed: Placed): Box | undefined =>
  choices.find((box) => isFree(box, placed));

/** So many of the best choices are tried before a label lies away from its path. */
const tried = 60;
/** More that give way would only move the trouble about. */
const mostGivingWay = 2;

/** The labels in the way of one of the choices go to others of theirs; null when none can. */
function makeRoom(
  wanting: Wanting,
  placed: Placed,
  byId: ReadonlyMap<string, Wanting>,
): Map<string, Box> | null {
  for (const choice of wanting.choices.slice(0, tried)) {
    const near = inflated(choice, 3);
    const inTheWay = [...placed].filter(([, label]) => boxesMeet(near, label)).map(([id]) => id);
    if (inTheWay.length > mostGivingWay) continue;
    const next = new Map([...placed, [wanting.id, choice]]);
    for (const id of inTheWay) next.delete(id);
    const allWent = inTheWay.every((id) => {
      const other = byId.get(id);
      const box = other && firstFree(other, next);
      if (box) next.set(id, box);
      return box !== undefined;
    });
    if (allWent) return next;
  }
  return null;
}

/** Where a label on the path or beside it can lie: what is farther away need not be looked at. */
function reachOf(own: readonly Segment[], { width, height }: Size): Box {
  const ends = own.flatMap((segment) => [pointOn(segment, 0), pointOn(segment, 1)]);
  const xs = ends.map(({ x }) => x);
  const ys = ends.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  return inflated(box, Math.max(width, height) + 8);
}

const longest = (segments: readonly Segment[]): number => Math.max(0, ...segments.map(segmentLength));

/** A stage is solid; of an open container its name and its borders are. */
function solidParts(view: StageShape): Box[] {
  const marker = view.initial ? [markerBox(view)] : [];
  const open = (view.type === 'compound' || view.type === 'parallel') && !view.collapsed;
  if (!open) return [inflated(view.box, 3), ...marker];
  const { x, y, width, height } = view.box;
  const border = 3;
  return [
    { x, y, width, height: headerHeight },
    { x: x - border, y, width: border * 2, height },
    { x: x + width - border, y, width: border * 2, height },
    { x, y: y + height - border, width, height: border * 2 },
    ...marker,
  ];
}

function choicesOf(
  size: Size,
  own: readonly Segment[],
  all: readonly Segment[],
  solid: readonly Box[],
): Box[] {
  const reach = reachOf(own, size);
  const others = all.filter((segment) => segmentMeets(segment, reach) && !own.includes(segment));
  const near = solid.filter((box) => boxesMeet(box, reach));
  const cost = ({ clear, cost: base }: Candidate) =>
    base + others.filter((segment) => segmentMeets(segment, clear)).length * 70;
  return [...onPath(size, own), ...besidePath(size, own)]
    .filter(({ box }) => !near.some((each) => boxesMeet(box, each)))
    .map((each) => ({ box: each.box, cost: cost(each) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ box }) => box);
}

const around = (centre: Point, width: number, height: number): Box => ({
  x: Math.round(centre.x - width / 2),
  y: Math.round(centre.y - height / 2),
  width,
  height,
});

/** The chip cuts what is too long; all of it is told on hover. */
const widthsOf = ({ width }: Size): number[] =>
  narrower.map((factor) => Math.max(Math.min(width, narrowest), Math.round(width * factor)));

function onPath(size: Size, own: readonly Segment[]): Candidate[] {
  return own.flatMap((segment, nth) =>
    alongPath.flatMap((share, index) =>
      widthsOf(size).map((width, step) => {
        const room = segmentLength(segment) - (segment.level ? width : size.height);
        const cramped = room < 20 ? (20 - room) * 1.5 : 0;
        const cost = index * 4 + step * 26 + nth * 2 + cramped;
        const box = around(pointOn(segment, share), width, size.height);
        return { box, cost, clear: box };
      }),
    ),
  );
}

/** How far beside its path a label lies: farther, it could be that of another one. */
const gaps = [5, 13];

function besidePath(size: Size, own: readonly Segment[]): Candidate[] {
  const sides = gaps.flatMap((gap) => [-gap, gap]);
  return own.flatMap((segment) =>
    alongPath.flatMap((share, index) =>
      sides.flatMap((gap) =>
        widthsOf(size).map((width, step) => {
          const on = pointOn(segment, share);
          const half = segment.level ? size.height / 2 : width / 2 + 2;
          const off = Math.sign(gap) * half + gap;
          const centre = segment.level ? { x: on.x, y: on.y + off } : { x: on.x + off, y: on.y };
          const cost = 45 + index * 5 + step * 26 + (Math.abs(gap) - 5) * 2;
          const box = around(centre, width, size.height);
          return { box, cost, clear: hull(box, { ...on, width: 0, height: 0 }) };
        }),
      ),
    ),
  );
}

const pointOn = ({ level, at, from, to }: Segment, share: number): Point => {
  const along = from + (to - from) * share;
  return level ? { x: along, y: at } : { x: at, y: along };
};

/** Around the middle of the path in growing squares; somewhere there is room. */
function nearestFree({ size, own }: Wanting, solid: readonly Box[], placed: Placed): Box {
  const middle = own[Math.floor(own.length / 2)];
  const start = middle ? pointOn(middle, 0.5) : { x: 0, y: 0 };
  for (let ring = 1; ring < 200; ring++) {
    const steps = [-1, -0.5, 0, 0.5, 1];
    const found = steps
      .flatMap((dx) => steps.map((dy) => ({ x: start.x + dx * ring * 24, y: start.y + dy * ring * 16 })))
      .map((centre) => around(centre, size.width, size.height))
      .find((box) => isFree(box, placed) && !solid.some((each) => boxesMeet(box, each)));
    if (found) return found;
  }
  return around(start, size.width, size.height);
}
