// Which goals a goal may serve, and its links to them.
import type { Component, Goal } from '../../engine/index.ts';

type Alignment = Goal['alignments'][number];

/** Goals of the components above, nearest first, and those that it serves already. */
export function goalsToServe(
  componentId: string,
  {
    goals,
    components,
    goal,
  }: { goals: Goal[]; components: readonly Pick<Component, 'id' | 'parentId'>[]; goal?: Goal | undefined },
): Goal[] {
  const parents = new Map(components.map(({ id, parentId }) => [id, parentId]));
  const above: string[] = [];
  for (let at = parents.get(componentId); at && !above.includes(at); at = parents.get(at)) above.push(at);
  const served = new Set(goal?.alignments.map(({ parentGoalId }) => parentGoalId));
  const near = above.flatMap((id) => goals.filter((one) => one.componentId === id));
  return [...near, ...goals.filter(({ id }) => served.has(id) && !near.some((one) => one.id === id))];
}

/** Links that stay keep their share and judgement; a new one is only shown until somebody lets it count. */
export const servedNow = (goalIds: string[], before: Alignment[]): Alignment[] =>
  goalIds.map(
    (parentGoalId) =>
      before.find((alignment) => alignment.parentGoalId === parentGoalId) ?? {
        parentGoalId,
        mode: 'aligned',
        share: 1,
        contribution: null,
      },
  );
