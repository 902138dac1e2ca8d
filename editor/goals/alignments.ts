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

/** What the other goals that count it leave of its share, 0..1. */
export function shareLeft(links: readonly Alignment[], parentGoalId: string): number {
  const given = links
    .filter((link) => link.mode === 'contributes' && link.parentGoalId !== parentGoalId)
    .reduce((sum, { share }) => sum + share, 0);
  // Thirds leave nothing, and no crumbs.
  return Math.max(0, Math.round((1 - given) * 10_000) / 10_000);
}

export const withoutLink = (links: readonly Alignment[], parentGoalId: string): Alignment[] =>
  links.filter((link) => link.parentGoalId !== parentGoalId);

/** In the place of the one that it has to the same goal already, or after the others. */
export const withLink = (links: readonly Alignment[], link: Alignment): Alignment[] =>
  links.some(({ parentGoalId }) => parentGoalId === link.parentGoalId)
    ? links.map((one) => (one.parentGoalId === link.parentGoalId ? link : one))
    : [...links, link];

/** A new link has what is left; where nothing is, it is only shown. */
export const linkTo = (parentGoalId: string, links: readonly Alignment[]): Alignment => {
  const share = shareLeft(links, parentGoalId);
  return { parentGoalId, mode: share > 0 ? 'contributes' : 'aligned', share, contribution: null };
};

/** Whether the goal would count more than once. */
export const isOverShared = (
  links: readonly Alignment[],
  { parentGoalId, mode, share }: Alignment,
): boolean => mode === 'contributes' && share > shareLeft(links, parentGoalId) + 1e-6;
