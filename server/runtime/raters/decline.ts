// A rater says that they cannot give their view, and why. The reason is for whoever names the raters and for HR; whom it
// is about learns neither who declined nor why, unless raters answer under their names.
import { type Actor, systemActor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { appendAudit, appendFeed } from '../../store/queries/records.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import { requireTask } from '../tasks/sight.ts';
import { isUnnamed } from '../tasks/unnamed.ts';
import { giveUp } from './give-up.ts';
import { isReplaceable } from './rater-task.ts';

function requireDeclinable(task: TaskInContext, actor: Actor): void {
  if (task.state !== 'open')
    throw new ProblemError('conflict', 'This task is not open any more. Nothing was changed.');
  if (!isReplaceable(task))
    throw new ProblemError(
      'conflict',
      'Only whoever is asked for their view as a peer or a report can decline. Give the task to somebody else, or talk to who gave it to you.',
    );
  if (task.assigneeId !== actor.id || task.onBehalfOf !== null)
    throw new ProblemError('not-allowed', 'Only whoever is asked can decline. Nothing was changed.');
}

export async function declineTask(
  deps: Pick<Deps, 'store' | 'clock' | 'calendars'>,
  id: string,
  { actor, reason }: { actor: Actor; reason: string },
): Promise<void> {
  await deps.store.commit(async (db) => {
    const task = await requireTask(db, id, actor);
    requireDeclinable(task, actor);
    const at = deps.clock.now();
    await giveUp(deps, db, task, { personId: actor.id, cause: 'declined', reason, at });
    const hidden = isUnnamed(task);
    await appendFeed(db, { at, type: 'task.closed', personId: actor.id, data: { taskId: id } });
    await appendAudit(db, {
      at,
      actor: hidden ? systemActor.id : actor.id,
      action: 'rater.decline',
      resource: hidden ? `plan/${task.planId}` : `task/${id}`,
    });
  });
}
