// Where stages lie: places relative to their container, made absolute and kept inside it.
import type { Cycle, StageId } from '../../engine/index.ts';
import type { Point } from './command.ts';
import { findStage, stagesInside } from './stage-tree.ts';

/** The room a container keeps around the stages inside it; the top one holds its name. */
export const containerPadding = { left: 24, right: 24, top: 64, bottom: 24 };

/** A single stage needs no place of its own. */
export const hasPlaces = (cycle: Cycle): boolean =>
  Object.keys(cycle.layout ?? {}).length > 0 || Object.keys(cycle.stages).length < 2;

/** Do they say the same, wherever it is drawn? Commands keep what they do not change as it is. */
export function isSameButLayout(a: Cycle, b: Cycle): boolean {
  const { layout: _layout, ...said } = a;
  const others = Object.keys(b).filter((key) => key !== 'layout');
  return (
    Object.keys(said).length === others.length &&
    Object.entries(said).every(([key, value]) => Reflect.get(b, key) === value)
  );
}

export const placeOf = (cycle: Cycle, id: StageId): Point => {
  const place = cycle.layout?.[id];
  return place ? { x: place.x, y: place.y } : { x: 0, y: 0 };
};

export function absolutePlaceOf(cycle: Cycle, id: StageId): Point {
  const own = placeOf(cycle, id);
  const parent = findStage(cycle, id)?.parent ?? null;
  if (parent === null) return own;
  const outer = absolutePlaceOf(cycle, parent);
  return { x: outer.x + own.x, y: outer.y + own.y };
}

export function withPlace(cycle: Cycle, id: StageId, to: Point): Cycle {
  return withPlaces(cycle, { [id]: to });
}

export function withPlaces(cycle: Cycle, places: Readonly<Record<StageId, Point>>): Cycle {
  const all = Object.entries(places).map(([id, { x, y }]) => {
    return [id, { ...cycle.layout?.[id], x: Math.round(x), y: Math.round(y) }] as const;
  });
  return { ...cycle, layout: { ...cycle.layout, ...Object.fromEntries(all) } };
}

export function withoutPlaces(cycle: Cycle, ids: readonly StageId[]): Cycle {
  if (!cycle.layout) return cycle;
  const kept = Object.entries(cycle.layout).filter(([id]) => !ids.includes(id));
  return { ...cycle, layout: Object.fromEntries(kept) };
}

/**
 * A container grows to the left and upwards too: when a stage inside lies beyond its padding, the
 * container moves and the stages inside keep their absolute places.
 */
export function settleContainers(cycle: Cycle, container: StageId | null): Cycle {
  if (container === null) return cycle;
  const inner = Object.keys(stagesInside(cycle, container));
  const places = inner.map((id) => placeOf(cycle, id));
  const shift = {
    x: Math.max(0, containerPadding.left - Math.min(...places.map(({ x }) => x))),
    y: Math.max(0, containerPadding.top - Math.min(...places.map(({ y }) => y))),
  };
  const moved = shift.x === 0 && shift.y === 0 ? cycle : shiftInner(cycle, container, inner, shift);
  return settleContainers(moved, findStage(cycle, container)?.parent ?? null);
}

function shiftInner(cycle: Cycle, container: StageId, inner: readonly StageId[], shift: Point): Cycle {
  const outer = placeOf(cycle, container);
  const grown = withPlace(cycle, container, { x: outer.x - shift.x, y: outer.y - shift.y });
  return inner.reduce((next, id) => {
    const place = placeOf(next, id);
    return withPlace(next, id, { x: place.x + shift.x, y: place.y + shift.y });
  }, grown);
}

const rowGap = 96;

/** The place itself, or the first one below it where no other stage of the container begins. */
export function freePlace(cycle: Cycle, container: StageId | null, at: Point, moved: StageId | null): Point {
  const others = Object.keys(stagesInside(cycle, container))
    .filter((id) => id !== moved)
    .map((id) => placeOf(cycle, id));
  const isFree = (place: Point) =>
    others.every((other) => Math.abs(other.x - place.x) >= 216 || Math.abs(other.y - place.y) >= 72);
  const rows = Array.from({ length: others.length * 2 + 1 }, (_, row) => ({
    x: at.x,
    y: at.y + row * rowGap,
  }));
  return rows.find(isFree) ?? at;
}
