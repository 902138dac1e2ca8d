// Where components stood over a period in which some of them moved: the parts between the days of the moves, and in each
// the places of those whose score the moves change. What did not move and has nothing in it that did is left out.
import type { ComponentId } from '../../model/ids.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import { type ComponentPlace, groupBy } from '../scoring.ts';
import { cutPeriod } from './cut-period.ts';

/** From the day on the component is a part of that parent; the first one of a component also counts before its day. */
export interface Station {
  componentId: ComponentId;
  parentId: ComponentId | null;
  from: LocalDate;
}

export interface PlacesIn {
  period: Period;
  components: readonly ComponentPlace[];
}

export interface PlacesOverTime {
  /** Those that moved, with everything below them, and whatever they were or are a part of. */
  changed: ReadonlySet<ComponentId>;
  /** The places of those and of their parts. A place is the same object as before, unless the way up from it changed. */
  parts: PlacesIn[];
}

interface Tree {
  parentOf(id: ComponentId): ComponentId | null;
  partsOf(id: ComponentId): ComponentId[];
}

/** How the components stood on a day. */
function treeMaker(places: readonly ComponentPlace[], moved: ReadonlyMap<ComponentId, Station[]>) {
  const still = new Map(places.map(({ id, parentIds: [parentId = null] }) => [id, parentId]));
  for (const id of moved.keys()) still.delete(id);
  const stillIn = groupBy([...still.keys()], (id) => still.get(id) ?? '');
  return (day: LocalDate): Tree => {
    const at = new Map(
      [...moved].map(([id, stations]) => [
        id,
        (stations.findLast(({ from }) => from <= day) ?? stations[0])?.parentId ?? null,
      ]),
    );
    const movedIn = groupBy([...at.keys()], (id) => at.get(id) ?? '');
    return {
      parentOf: (id) => at.get(id) ?? still.get(id) ?? null,
      partsOf: (id) => [...(stillIn.get(id) ?? []), ...(movedIn.get(id) ?? [])],
    };
  };
}

/** The one itself and what is reached from it, however often. */
function reach(
  from: Iterable<ComponentId>,
  next: (id: ComponentId) => readonly (ComponentId | null)[],
): Set<ComponentId> {
  const seen = new Set(from);
  // The set grows while it is walked.
  for (const id of seen) for (const one of next(id)) if (one !== null) seen.add(one);
  return seen;
}

const below = (tree: Tree, ids: Iterable<ComponentId>) => reach(ids, tree.partsOf);
const above = (tree: Tree, ids: Iterable<ComponentId>) => reach(ids, (id) => [tree.parentOf(id)]);

/** Of those that moved within the period. */
function stationsIn(stations: readonly Station[], { start, end }: Period): Map<ComponentId, Station[]> {
  const all = groupBy(stations, ({ componentId }) => componentId);
  const moved = [...all].filter(([, [, ...later]]) => later.some(({ from }) => start < from && from <= end));
  return new Map(moved);
}

function changedBy(trees: readonly Tree[], moved: readonly ComponentId[]): Set<ComponentId> {
  return new Set(trees.flatMap((tree) => [...below(tree, moved), ...above(tree, moved)]));
}

/** Null without a move in the period. */
export function placesOverTime(
  places: readonly ComponentPlace[],
  stations: readonly Station[],
  period: Period,
): PlacesOverTime | null {
  const moved = stationsIn(stations, period);
  if (moved.size === 0) return null;
  const periods = cutPeriod(
    period,
    [...moved.values()].flatMap(([, ...later]) => later.map(({ from }) => from)),
  );
  const treeOn = treeMaker(places, moved);
  const trees = periods.map(({ start }) => treeOn(start));
  const changed = changedBy(trees, [...moved.keys()]);
  const parts = new Set(trees.flatMap((tree) => [...changed].flatMap(tree.partsOf)));
  const shown = places.filter(({ id }) => changed.has(id) || parts.has(id));

  let before: { tree: Tree; places: ReadonlyMap<ComponentId, ComponentPlace> } | null = null;
  const placed = trees.map((tree, index) => {
    const gone = [...moved.keys()].filter((id) => before?.tree.parentOf(id) !== tree.parentOf(id));
    const anew = below(tree, gone);
    const now = shown.map((place) => {
      const parentId = tree.parentOf(place.id);
      const kept = anew.has(place.id) ? undefined : before?.places.get(place.id);
      return kept ?? { ...place, parentIds: parentId === null ? [] : [parentId] };
    });
    before = { tree, places: new Map(now.map((place) => [place.id, place])) };
    return { period: periods[index] ?? period, components: now };
  });
  return { changed, parts: placed };
}
