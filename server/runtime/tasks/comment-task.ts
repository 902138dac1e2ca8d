// A word beside a task: kept with it, and told to whom the task belongs.
import { type Actor, systemActor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { appendAudit, appendFeed } from '../../store/queries/records.ts';
import { insertTaskComment } from '../../store/queries/task-comments.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { requireTask } from './sight.ts';
import { isUnnamed } from './unnamed.ts';

export async function commentTask(
  { store, clock, ids }: Pick<Deps, 'store' | 'clock' | 'ids'>,
  taskId: string,
  given: { text: string; actor: Actor },
): Promise<void> {
  const { text, actor } = given;
  await store.commit(async (db) => {
    const task = await requireTask(db, taskId, actor);
    const at = clock.now();
    const id = ids.next('cmt');
    const place = { planId: task.planId, componentId: task.componentId };
    await insertTaskComment(db, { id, taskId, at, authorId: actor.id, text });
    await appendFeed(db, {
      at,
      type: 'task.commented',
      ...place,
      personId: task.assigneeId,
      data: { taskId },
    });
    // Of an answer that was promised to be without a name nobody reads whose it is, and their words are beside it.
    const by = isUnnamed(task) ? systemActor.id : actor.id;
    await appendAudit(db, { at, actor: by, action: 'task.comment', resource: `task/${taskId}` });
    if (task.assigneeId === null || task.assigneeId === actor.id) return;
    const message = `${actor.name} commented on “${task.title}” for ${task.componentName}.`;
    await notifyPersons(db, [task.assigneeId], { ...place, message, at, idSeed: id });
  });
}
