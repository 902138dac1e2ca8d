// Goals as the book of goals has them, written short.
import { type Goal, goalDefaults } from '../../../../engine/index.ts';
import type { GoalBook } from '../../../../server/reports/goals/goal-book.ts';
import { inTreeOrder } from '../../../../server/reports/goals/tree-order.ts';
import type { GoalLine } from '../../../../server/store/queries/goal-lines.ts';

type Link = Goal['alignments'][number];
export const link = (parentGoalId: string, given: Partial<Link> = {}): Link => ({
  ...{ parentGoalId, mode: 'contributes', share: 1, contribution: null },
  ...given,
});
export const goal = (id: string, componentId: string, given: Partial<GoalLine> = {}): GoalLine => {
  const { dimension, priority, scoreMode, alignments, status } = goalDefaults;
  const measures = { count: 1, withoutStandard: 0, titles: '' };
  return {
    id,
    componentId,
    title: id,
    dimension,
    priority,
    scoreMode,
    alignments,
    status,
    measures,
    ...given,
  };
};

/** city has the parts parks and fire. */
export function bookOf(goals: readonly GoalLine[]): GoalBook {
  const place = (id: string, parentId: string | null) => ({ id, name: id, parentId });
  const places = inTreeOrder([place('parks', 'city'), place('city', null), place('fire', 'city')]);
  const at = [...places.keys()];
  const inOrder = goals.toSorted(
    (a, b) => at.indexOf(a.componentId) - at.indexOf(b.componentId) || b.priority - a.priority,
  );
  return { goals: inOrder, places };
}
