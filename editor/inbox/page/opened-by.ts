// The step of a plan that opened a task: of the chain of causes, the last one before the task was there.
import type { PlanWhy } from '../../app/api/wire.ts';

type Link = PlanWhy['links'][number];

export const openedBy = (links: readonly Link[], openedAt: string): Link | null =>
  links.findLast(({ at }) => at <= openedAt) ?? null;
