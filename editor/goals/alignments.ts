// Which goals a goal may serve, and its links to them.
import type { Component, Goal } from '../../engine/index.ts';

type Alignment = Goal['alignments'][number];

/** Goals of the components above, nearest first, and those that it serves already. */
export function goalsToServe(
  componentId: string,
  { goals, components, goal }: { goals: Goal[]; components: Component[]; goal?: Goal | undefined },
): Goal[] {
  const parents = new Map(components.map(({ id, parentId }) => [id, parentId]));
  const above: string[] = [];
  for (let at = parents.get(componentId); at && !above.includes(at); at = parents.get(at)) above.push(at);
  const served = new Set(goal?.alignments.map(({ parentGoalId }) => parentGoalId));
  const near = above.flatMap((id) => goals.filter((one) => one.componentId === id));
  return [...near, ...goals.filter(({ id }) => served.has(id) && !near.some((one) => one.id === id))];
}

/** Links that stay keep their share and judgement; `counts` is how new ones, and changed ones, work. */
export function alignmentsTo(
  goalIds: string[],
  { before, counts }: { before: Alignment[]; counts: boolean },
): Alignment[] {
  const mode = counts ? 'contributes' : 'aligned';
  const turned = counts !== countsIn(before);
  return goalIds.map((parentGoalId) => {
    const known = before.find((alignment) => alignment.parentGoalId === parentGoalId);
    if (!known) return { parentGoalId, mode, share: 1, contribution: null };
    return turned ? { ...known, mode } : known;
  });
}

export const countsIn = (alignments: Alignment[]): boolean =>
  alignments.some(({ mode }) => mode === 'contributes');
