// Which nodes are scored anew on which days of a period in which components moved: those that moved, with everything
// below them, the goals that theirs contribute to, and whatever any of these was or is a part of. What no move reaches
// is scored for the whole period, and is not looked at again.
import type { Goal } from '../../model/goal.ts';
import type { ComponentId, GoalId } from '../../model/ids.ts';
import type { LocalDate } from '../../model/time.ts';
import { above, below, type Tree, type TreeFrom } from './trees-over-time.ts';

export interface Anew {
  from: LocalDate;
  tree: Tree;
  goals: ReadonlySet<GoalId>;
  components: ReadonlySet<ComponentId>;
}

export interface Moving {
  trees: readonly TreeFrom[];
  /** Goals of components as they are on a day, or as they ever are. */
  goalsOf(componentId: ComponentId): readonly Goal[];
  /** By its id, where it may be scored anew from what contributes to it. */
  goalAbove(id: GoalId): Goal | undefined;
  /** On which a component that moves is cut by something of its own, too. */
  ownDaysOf(componentId: ComponentId): readonly LocalDate[];
}

export interface AnewByDay {
  /** In the order of time, from the first day of the period, on which all of them are scored. */
  days: Anew[];
  /** The first days over each of which a component that moved, or is below one, counts in one place and by one version. */
  startsOf: ReadonlyMap<ComponentId, readonly LocalDate[]>;
}

const union = <Item>(sets: Iterable<Iterable<Item>>): Set<Item> => {
  const all = new Set<Item>();
  for (const set of sets) for (const item of set) all.add(item);
  return all;
};

/** The goals themselves, and those they contribute to, however far above. */
function upwards(goals: Iterable<Goal>, goalAbove: Moving['goalAbove']): Map<GoalId, Goal> {
  const found = new Map([...goals].map((goal) => [goal.id, goal]));
  // The map grows while it is walked.
  for (const { alignments } of found.values()) {
    for (const { mode, parentGoalId } of alignments) {
      const parent = mode === 'contributes' && !found.has(parentGoalId) ? goalAbove(parentGoalId) : undefined;
      if (parent) found.set(parentGoalId, parent);
    }
  }
  return found;
}

interface Cut {
  from: LocalDate;
  before: Tree;
  tree: Tree;
  /** What a day cuts by itself. */
  components: ReadonlySet<ComponentId>;
}

/** The days of the moves, each with those whose place is another from then on. */
const cutsByMoves = (trees: readonly TreeFrom[]): Cut[] =>
  trees.slice(1).map(({ from, tree, moved }, index) => ({
    ...{ from, tree, before: trees[index]?.tree ?? tree },
    components: below(tree, moved),
  }));

const reachedBy = ({ before, tree }: Cut, ids: Iterable<ComponentId>): Set<ComponentId> => {
  const all = [...ids];
  return union([above(before, all), above(tree, all)]);
};

/** Days on which something of their own cuts those that moved, too. */
function withOwnDays(
  moves: readonly Cut[],
  movers: ReadonlySet<ComponentId>,
  { trees, ownDaysOf }: Moving,
): Cut[] {
  const cuts = new Map(moves.map((cut) => [cut.from, cut]));
  for (const id of movers) {
    for (const from of ownDaysOf(id)) {
      const tree = trees.findLast((one) => one.from <= from)?.tree;
      const cut = cuts.get(from) ?? (tree && { from, before: tree, tree, components: new Set() });
      if (cut) cuts.set(from, { ...cut, components: new Set([...cut.components, id]) });
    }
  }
  return [...cuts.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

export function anewByDay(moving: Moving): AnewByDay {
  const { trees, goalsOf, goalAbove } = moving;
  const [first] = trees;
  if (first === undefined) return { days: [], startsOf: new Map() };
  const moves = cutsByMoves(trees);
  const movers = union(moves.map(({ components }) => components));
  const reached = union(moves.map((cut) => reachedBy(cut, cut.components)));
  const startsOf = new Map<ComponentId, LocalDate[]>([...movers].map((id) => [id, [first.from]]));
  const days = withOwnDays(moves, movers, moving).map((cut): Anew => {
    for (const id of cut.components) startsOf.get(id)?.push(cut.from);
    const goals = upwards([...cut.components].flatMap(goalsOf), goalAbove);
    const owners = [...goals.values()].map(({ componentId }) => componentId).filter((id) => reached.has(id));
    return {
      ...{ from: cut.from, tree: cut.tree, goals: new Set(goals.keys()) },
      components: reachedBy(cut, union([cut.components, owners])),
    };
  });
  const all = {
    goals: union(days.map(({ goals }) => goals)),
    components: union(days.map((one) => one.components)),
  };
  return { days: [{ from: first.from, tree: first.tree, ...all }, ...days], startsOf };
}
