// How goals serve the whole: each top goal with the goals that serve it, and those below; and the same as a matrix. Pure.
import type { Goal } from '../../../engine/index.ts';
import type { GoalLine } from '../../store/queries/goal-lines.ts';
import type { GoalBook } from './goal-book.ts';
import { belowGoals } from './goal-groups.ts';
import { type Place, waysAbove } from './tree-order.ts';

type Link = Goal['alignments'][number];

export interface CascadeLine {
  /** The goals from the top down to this one: a goal that serves two stands twice. */
  key: string;
  goal: GoalLine;
  level: number;
  /** Null at the top. */
  link: Link | null;
  /** It serves nothing although goals stand above its component. */
  isOrphan: boolean;
  /** Nothing below contributes to it although it is scored from below. */
  isHollow: boolean;
}

type Serving = ReadonlyMap<string, { goal: GoalLine; link: Link }[]>;

function servedBy(goals: readonly GoalLine[]): Serving {
  const links = goals.flatMap((goal) => goal.alignments.map((link) => ({ goal, link })));
  return Map.groupBy(links, ({ link }) => link.parentGoalId);
}

/** Top goals by priority, what serves them under them; a circle is walked once. */
export function toCascade(book: GoalBook): CascadeLine[] {
  const serving = servedBy(book.goals);
  const known = new Set(book.goals.map(({ id }) => id));
  const below = belowGoals(book);
  const lines: CascadeLine[] = [];
  const add = (goal: GoalLine, link: Link | null, way: readonly string[]) => {
    if (way.includes(goal.id)) return;
    const parts = serving.get(goal.id) ?? [];
    lines.push({
      key: [...way, goal.id].join(' '),
      goal,
      level: way.length + 1,
      link,
      isOrphan: goal.alignments.length === 0 && below.has(goal.componentId),
      isHollow: goal.scoreMode !== 'own' && !parts.some((one) => one.link.mode === 'contributes'),
    });
    for (const one of parts.toSorted((a, b) => b.link.share - a.link.share))
      add(one.goal, one.link, [...way, goal.id]);
  };
  const tops = book.goals.filter(
    ({ alignments }) => !alignments.some(({ parentGoalId }) => known.has(parentGoalId)),
  );
  for (const goal of tops.toSorted((a, b) => b.priority - a.priority)) add(goal, null, []);
  return lines;
}

export interface MatrixRow {
  goal: GoalLine;
  /** By component: the strongest link of its goals to this one. */
  cells: ReadonlyMap<string, Link>;
}

const strength = ({ mode, contribution }: Link): number => (mode === 'aligned' ? 0 : 1 + (contribution ?? 0));

/** Goals that others serve, each with the links of the components whose goals do. */
/** `under`: only what serves from this component or one below it. */
export function toMatrixRows({ goals, places }: GoalBook, under?: string): MatrixRow[] {
  const serving = servedBy(goals);
  const isMeant = (id: string): boolean =>
    under === undefined || id === under || waysAbove(places, id).some((place) => place.id === under);
  return goals.flatMap((goal) => {
    const below = (serving.get(goal.id) ?? []).filter((one) => isMeant(one.goal.componentId));
    if (below.length === 0) return [];
    const cells = new Map<string, Link>();
    for (const { goal: own, link } of below) {
      const known = cells.get(own.componentId);
      if (!known || strength(link) > strength(known)) cells.set(own.componentId, link);
    }
    return [{ goal, cells }];
  });
}

/** The components of the rows, in the order of the tree. */
export function columnsOf(rows: readonly MatrixRow[], { places }: GoalBook): Place[] {
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return [...places.values()].filter(({ id }) => used.has(id));
}
