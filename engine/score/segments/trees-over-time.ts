// How components stood over a period in which some of them moved: the tree from each day of a move on.
import type { ComponentId } from '../../model/ids.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import { type ComponentPlace, groupBy } from '../scoring.ts';

/** From the day on the component is a part of that parent; the first one of a component also counts before its day. */
export interface Station {
  componentId: ComponentId;
  parentId: ComponentId | null;
  from: LocalDate;
}

export interface Tree {
  parentOf(id: ComponentId): ComponentId | null;
  /** In the order of the places. */
  partsOf(id: ComponentId): readonly ComponentId[];
}

export interface TreeFrom {
  from: LocalDate;
  tree: Tree;
  /** Those that are a part of something else than until then; on the first day all that move at all. */
  moved: readonly ComponentId[];
}

/** The ones themselves and what is reached from them, however often. */
function reach(
  from: Iterable<ComponentId>,
  next: (id: ComponentId) => readonly (ComponentId | null)[],
): Set<ComponentId> {
  const seen = new Set(from);
  // The set grows while it is walked.
  for (const id of seen) for (const one of next(id)) if (one !== null) seen.add(one);
  return seen;
}

export const below = (tree: Tree, ids: Iterable<ComponentId>): Set<ComponentId> => reach(ids, tree.partsOf);
export const above = (tree: Tree, ids: Iterable<ComponentId>): Set<ComponentId> =>
  reach(ids, (id) => [tree.parentOf(id)]);

/** How the components stood on a day. */
function treeMaker(places: readonly ComponentPlace[], moved: ReadonlyMap<ComponentId, Station[]>) {
  const still = new Map(places.map(({ id, parentIds: [parentId = null] }) => [id, parentId]));
  const order = new Map(places.map(({ id }, index) => [id, index]));
  const rank = (id: ComponentId): number => order.get(id) ?? 0;
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
      partsOf: (id) => {
        const [staying = [], come] = [stillIn.get(id), movedIn.get(id)];
        return come ? [...staying, ...come].sort((a, b) => rank(a) - rank(b)) : staying;
      },
    };
  };
}

/** Of those that moved within the period. */
function stationsIn(stations: readonly Station[], { start, end }: Period): Map<ComponentId, Station[]> {
  const all = groupBy(stations, ({ componentId }) => componentId);
  const moved = [...all].filter(([, [, ...later]]) => later.some(({ from }) => start < from && from <= end));
  return new Map(moved);
}

/** The first is that of the first day. None without a move in the period. */
export function treesOverTime(
  places: readonly ComponentPlace[],
  stations: readonly Station[],
  period: Period,
): TreeFrom[] {
  const moving = stationsIn(stations, period);
  if (moving.size === 0) return [];
  const days = [...moving.values()].flatMap(([, ...later]) => later.map(({ from }) => from));
  const inside = [...new Set(days.filter((day) => period.start < day && day <= period.end))].sort();
  const treeOn = treeMaker(places, moving);
  const first = { from: period.start, tree: treeOn(period.start), moved: [...moving.keys()] };
  const trees: TreeFrom[] = [first];
  let before = first.tree;
  for (const from of inside) {
    const tree = treeOn(from);
    const last = before;
    trees.push({
      ...{ from, tree },
      moved: first.moved.filter((id) => last.parentOf(id) !== tree.parentOf(id)),
    });
    before = tree;
  }
  return trees;
}
