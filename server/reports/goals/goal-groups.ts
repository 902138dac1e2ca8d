// Goals by component, each with what is worth a remark: an orphan serves no goal of the whole, a hollow one has no
// measure and nothing below it. Pure.
import { planPriority } from '../../../engine/index.ts';
import { saysWords } from '../../store/fold.ts';
import type { GoalLine } from '../../store/queries/goal-lines.ts';
import type { GoalBook } from './goal-book.ts';
import { waysAbove } from './tree-order.ts';

export const remarks = ['hollow', 'no-standard', 'orphan', 'no-dimension'] as const;
export type Remark = (typeof remarks)[number];

export interface GoalFilter {
  /** Words of the goal, its measures or its component. */
  q?: string | undefined;
  dimension?: string | undefined;
  /** Only of this component. */
  componentId?: string | undefined;
  /** Only goals with a remark. */
  withRemarks: boolean;
}
export interface Remarked {
  goal: GoalLine;
  /** Of its component's priorities, 0..1; of a goal that left the plan none. */
  share: number;
  remarks: Remark[];
}
export interface GoalGroup {
  componentId: string;
  name: string;
  /** Names from the top down to the component above. */
  path: string[];
  lines: Remarked[];
}

/** The components below one that has goals. */
export function belowGoals({ goals, places }: GoalBook): ReadonlySet<string> {
  const withGoals = new Set(goals.map(({ componentId }) => componentId));
  const below = new Set<string>();
  // In the order of the tree a component comes after the one above it.
  for (const { id, parentId } of places.values())
    if (parentId !== null && (withGoals.has(parentId) || below.has(parentId))) below.add(id);
  return below;
}

function remarksOf(goal: GoalLine, given: { isServed: boolean; hasGoalsAbove: boolean }): Remark[] {
  const { count, withoutStandard } = goal.measures;
  return remarks.filter((remark) => {
    switch (remark) {
      case 'hollow':
        return count === 0 && !given.isServed;
      case 'no-standard':
        return count > 0 && count === withoutStandard;
      case 'orphan':
        return goal.alignments.length === 0 && given.hasGoalsAbove;
      case 'no-dimension':
        return goal.dimension === null;
      default:
        return remark satisfies never;
    }
  });
}

const servedIds = (goals: readonly GoalLine[]): ReadonlySet<string> =>
  new Set(goals.flatMap(({ alignments }) => alignments.map(({ parentGoalId }) => parentGoalId)));

function remarked(book: GoalBook): Remarked[] {
  const served = servedIds(book.goals);
  const below = belowGoals(book);
  const totals = new Map<string, number>();
  for (const goal of book.goals)
    totals.set(goal.componentId, (totals.get(goal.componentId) ?? 0) + planPriority(goal));
  return book.goals.map((goal) => {
    const total = totals.get(goal.componentId) ?? 0;
    return {
      goal,
      share: total > 0 ? planPriority(goal) / total : 0,
      remarks: remarksOf(goal, {
        isServed: served.has(goal.id),
        hasGoalsAbove: below.has(goal.componentId),
      }),
    };
  });
}

function toFits({ q = '', dimension, componentId, withRemarks }: GoalFilter, { places }: GoalBook) {
  const says = saysWords(q);
  return ({ goal, remarks: own }: Remarked): boolean =>
    (!dimension || goal.dimension === dimension) &&
    (!componentId || goal.componentId === componentId) &&
    (!withRemarks || own.length > 0) &&
    says(`${places.get(goal.componentId)?.name ?? ''} ${goal.title} ${goal.measures.titles}`);
}

/** In the order of the tree, without those in which nothing fits. */
export function toGoalGroups(book: GoalBook, filter: GoalFilter): GoalGroup[] {
  const fitting = remarked(book).filter(toFits(filter, book));
  return [...Map.groupBy(fitting, ({ goal }) => goal.componentId)].map(([componentId, lines]) => ({
    componentId,
    name: book.places.get(componentId)?.name ?? componentId,
    path: waysAbove(book.places, componentId).map(({ name }) => name),
    lines,
  }));
}
