// Nobody describes themselves for a post that nobody holds: the task is left out, the history says why, and the plan goes
// on as if it were done.
import type { Work } from '../../../engine/index.ts';
import { findComponent } from '../../store/queries/components.ts';
import { insertTimer } from '../../store/queries/timers.ts';
import type { Db } from '../../store/schema.ts';

interface Asked {
  componentId: string;
  relation: string;
  work: Work;
}

export const isOfHolder = ({ relation, work }: Pick<Asked, 'relation' | 'work'>): boolean =>
  work === 'self-appraisal' && relation === 'owner';

export const isLeftOut = async (db: Db, asked: Asked): Promise<boolean> =>
  isOfHolder(asked) && (await findComponent(db, asked.componentId))?.ownerId === null;

/** The plan hears of it in a commit of its own: the step that asked is not over yet. */
export const leaveOut = (
  db: Db,
  {
    id,
    planId,
    key,
    activation,
    at,
  }: { id: string; planId: string; key: string; activation: number; at: string },
): Promise<void> =>
  insertTimer(db, { id, planId, kind: 'left-out', name: key, activation, dueAt: at, data: {} });
