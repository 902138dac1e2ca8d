// Where labels lie: on their path if there is room, else beside it; never on a stage or another label.
import type { Point } from '../../document/command.ts';
import type { Box, StageShape, TransitionShape } from '../view/flow-view.ts';
import { labelSize } from '../view/label-text.ts';
import { headerHeight } from '../view/sizes.ts';
import { markerBox } from './field.ts';
import { boxesMeet, inflated, type Segment, segmentLength, segmentMeets, segmentsOf } from './geometry.ts';

const alongPath = [0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85];
const narrower = [1, 0.75, 0.55];
const narrowest = 56;

interface Candidate {
  box: Box;
  cost: number;
}

export function placeLabels(
  stages: readonly StageShape[],
  transitions: readonly TransitionShape[],
  paths: ReadonlyMap<string, readonly Point[]>,
): Map<string, Box> {
  const taken = stages.flatMap(solidParts);
  const segments = new Map(transitions.map(({ id }) => [id, segmentsOf(paths.get(id) ?? [])]));
  const all = [...segments.values()].flat();
  const placed = new Map<string, Box>();
  const fewestChoicesFirst = [...transitions].sort(
    (a, b) => longest(segments.get(a.id) ?? []) - longest(segments.get(b.id) ?? []),
  );
  for (const transition of fewestChoicesFirst) {
    const own = segments.get(transition.id) ?? [];
    const size = labelSize(transition.label);
    const reach = reachOf(own, size);
    const others = all.filter((segment) => segmentMeets(segment, reach) && !own.includes(segment));
    const near = taken.filter((box) => boxesMeet(box, reach));
    const box = bestBox(size, own, others, near) ?? nearestFree(size, own, taken);
    placed.set(transition.id, box);
    taken.push(inflated(box, 3));
  }
  return placed;
}

/** Where a label on the path or beside it can lie: what is farther away need not be looked at. */
function reachOf(own: readonly Segment[], { width, height }: { width: number; height: number }): Box {
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

function bestBox(
  size: { width: number; height: number },
  own: readonly Segment[],
  others: readonly Segment[],
  taken: readonly Box[],
): Box | undefined {
  const free = ({ box }: Candidate) => !taken.some((each) => boxesMeet(box, each));
  const cost = ({ box, cost: base }: Candidate) =>
    base + others.filter((segment) => segmentMeets(segment, box)).length * 70;
  const candidates = [...onPath(size, own), ...besidePath(size, own)].filter(free);
  const ranked = candidates
    .map((each) => ({ box: each.box, cost: cost(each) }))
    .sort((a, b) => a.cost - b.cost);
  return ranked[0]?.box;
}

const around = (centre: Point, width: number, height: number): Box => ({
  x: Math.round(centre.x - width / 2),
  y: Math.round(centre.y - height / 2),
  width,
  height,
});

function onPath(size: { width: number; height: number }, own: readonly Segment[]): Candidate[] {
  return own.flatMap((segment, nth) =>
    alongPath.flatMap((share, index) =>
      narrower.map((factor, step) => {
        const width = Math.max(Math.min(size.width, narrowest), Math.round(size.width * factor));
        const room = segmentLength(segment) - (segment.level ? width : size.height);
        const cramped = room < 20 ? (20 - room) * 1.5 : 0;
        const cost = index * 4 + step * 26 + nth * 2 + cramped;
        return { box: around(pointOn(segment, share), width, size.height), cost };
      }),
    ),
  );
}

function besidePath(
  { width, height }: { width: number; height: number },
  own: readonly Segment[],
): Candidate[] {
  return own.flatMap((segment) =>
    alongPath.flatMap((share, index) =>
      [-1, 1].map((side) => {
        const on = pointOn(segment, share);
        const off = side * (segment.level ? height / 2 + 5 : width / 2 + 7);
        const centre = segment.level ? { x: on.x, y: on.y + off } : { x: on.x + off, y: on.y };
        return { box: around(centre, width, height), cost: 45 + index * 5 };
      }),
    ),
  );
}

const pointOn = ({ level, at, from, to }: Segment, share: number): Point => {
  const along = from + (to - from) * share;
  return level ? { x: along, y: at } : { x: at, y: along };
};

/** Around the middle of the path in growing squares; somewhere there is room. */
function nearestFree(
  size: { width: number; height: number },
  own: readonly Segment[],
  taken: readonly Box[],
): Box {
  const middle = own[Math.floor(own.length / 2)];
  const start = middle ? pointOn(middle, 0.5) : { x: 0, y: 0 };
  for (let ring = 1; ring < 200; ring++) {
    const steps = [-1, -0.5, 0, 0.5, 1];
    const found = steps
      .flatMap((dx) => steps.map((dy) => ({ x: start.x + dx * ring * 24, y: start.y + dy * ring * 16 })))
      .map((centre) => around(centre, size.width, size.height))
      .find((box) => !taken.some((each) => boxesMeet(box, each)));
    if (found) return found;
  }
  return around(start, size.width, size.height);
}
