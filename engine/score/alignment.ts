// How goals serve other goals. The links must not run in a circle, or no goal in it could be scored.
import type { Goal } from '../model/goal.ts';
import type { GoalId } from '../model/ids.ts';
import { childrenFirst, childrenOf, type TreeNode } from './children-first.ts';

const toNodes = (goals: readonly Goal[], modes: string[]): TreeNode[] =>
  goals.map((goal) => ({
    id: goal.id,
    parents: goal.alignments
      .filter(({ mode }) => modes.includes(mode))
      .map(({ parentGoalId }) => parentGoalId),
  }));

/** The goals that contribute to others before those others. */
export const contributorsFirst = (goals: readonly Goal[]): GoalId[] =>
  childrenFirst(toNodes(goals, ['contributes'])).order;

/** A circle of parents, each node before its parent, ending where it began; null when there is none. */
export function circleOf(nodes: TreeNode[]): string[] | null {
  const { circular } = childrenFirst(nodes);
  const first = circular[0];
  if (first === undefined) return null;
  const left = new Set(circular);
  const children = childrenOf(nodes.filter(({ id }) => left.has(id)));
  const path: string[] = [];
  for (let id: string | undefined = first; id !== undefined; id = children.get(id)?.[0]) {
    const seen = path.indexOf(id);
    path.push(id);
    if (seen >= 0) return path.slice(seen).reverse();
  }
  return null;
}

/** A circle of alignments, each goal before the one that it serves, ending where it began; null when there is none. */
export const alignmentCycle = (goals: readonly Goal[]): GoalId[] | null =>
  circleOf(toNodes(goals, ['contributes', 'aligned']));

export const contributionCycle = (goals: readonly Goal[]): GoalId[] | null =>
  circleOf(toNodes(goals, ['contributes']));

export interface Contributor {
  goal: Goal;
  share: number;
}

/** By the goal that they contribute to. */
export function contributorsOf(goals: readonly Goal[]): Map<GoalId, Contributor[]> {
  const contributors = new Map<GoalId, Contributor[]>();
  for (const goal of goals) {
    for (const { parentGoalId, mode, share } of goal.alignments) {
      if (mode !== 'contributes') continue;
      const known = contributors.get(parentGoalId);
      if (known) known.push({ goal, share });
      else contributors.set(parentGoalId, [{ goal, share }]);
    }
  }
  return contributors;
}

/** The goals of the components and all that contribute to them, however far below. */
export function goalsBehind(componentIds: ReadonlySet<string>, goals: readonly Goal[]): Goal[] {
  const contributors = contributorsOf(goals);
  const behind = goals.filter((goal) => componentIds.has(goal.componentId));
  const known = new Set(behind.map(({ id }) => id));
  for (const parent of behind) {
    for (const { goal } of contributors.get(parent.id) ?? []) {
      if (known.has(goal.id)) continue;
      known.add(goal.id);
      behind.push(goal);
    }
  }
  return behind;
}
