// Raters who have left, or are away beyond the day on which they were to answer: somebody else is asked instead. Their
// view is their own, so that nobody stands in for them.
import { localDateOf } from '../../../engine/index.ts';
import { listOpenRaterTasksOf } from '../../store/queries/rater-changes.ts';
import type { Db } from '../../store/schema.ts';
import { homeZone } from '../absences/home.ts';
import { presenceOf } from '../absences/presence.ts';
import { giveUp } from './give-up.ts';
import type { Ports } from './open-ask.ts';
import { isReplaceable } from './rater-task.ts';

export async function giveUpWhileAway(
  ports: Ports,
  db: Db,
  { personId, at }: { personId: string; at: string },
): Promise<void> {
  const { away, gone, until } = await presenceOf(db, personId);
  if (!away) return;
  const zone = await homeZone(db, personId);
  const misses = (dueAt: string | null): boolean =>
    gone || (dueAt !== null && until !== null && localDateOf(dueAt, zone) <= until);
  for (const task of await listOpenRaterTasksOf(db, personId)) {
    if (!isReplaceable(task) || !misses(task.dueAt)) continue;
    await giveUp(ports, db, task, { personId, cause: gone ? 'left' : 'away', reason: null, at });
  }
}
