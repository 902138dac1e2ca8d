// Which goal is to serve which, as it is being chosen, and the link that would be sent.
import { useState } from 'react';
import type { Goal } from '../../../engine/index.ts';
import { isOverShared, linkTo, shareLeft, withLink, withoutLink } from '../alignments.ts';

type Link = Goal['alignments'][number];

export interface LinkWish {
  componentId: string;
  /** Undefined: still to be chosen among those of the component. */
  goalId?: string | undefined;
  /** Undefined: still to be chosen among those above. */
  parentGoalId?: string | undefined;
  /** The goal that it stood under where it was taken up. */
  from?: string | undefined;
}

const noLinks: Link[] = [];

export function useLinkChoice(
  { goalId: givenGoal, parentGoalId: givenParent, from }: LinkWish,
  goals: Goal[],
) {
  const [goalId, setGoalId] = useState<string | null>(givenGoal ?? null);
  const [parentId, setParentId] = useState<string | null>(givenParent ?? null);
  const [isInstead, setInstead] = useState(false);
  const [typed, setTyped] = useState<Link | null>(null);
  const goal = goals.find(({ id }) => id === goalId);
  const before = goal?.alignments ?? noLinks;
  const hasLink = before.some(({ parentGoalId }) => parentGoalId === parentId);
  const replaced = goal !== undefined && from !== parentId ? from : undefined;
  const kept = replaced !== undefined && isInstead ? withoutLink(before, replaced) : before;
  const untyped =
    parentId === null
      ? null
      : (before.find(({ parentGoalId }) => parentGoalId === parentId) ?? linkTo(parentId, kept));
  const link = typed?.parentGoalId === parentId ? typed : untyped;
  return {
    goal,
    chooseGoal: (id: string | null) => {
      setGoalId(id);
      setTyped(null);
    },
    parentId,
    setParentId,
    /** The goal whose link it could take the place of. */
    replaced,
    isInstead,
    setInstead,
    link,
    setTyped,
    hasLink,
    left: parentId === null ? 1 : shareLeft(kept, parentId),
    isOver: link !== null && isOverShared(kept, link),
    alignments: link ? withLink(kept, link) : before,
  };
}
export type LinkChoice = ReturnType<typeof useLinkChoice>;
