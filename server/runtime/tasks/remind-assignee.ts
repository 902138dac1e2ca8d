// A person asks another to do a task that waits: the other is told once a day, however often they are asked.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { appendAudit } from '../../store/queries/records.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { requireOpen } from './pass-on-task.ts';
import { sayDue } from './remind-task.ts';
import { requireTask } from './sight.ts';

export async function remindAssignee(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  id: string,
  actor: Actor,
): Promise<void> {
  await store.commit(async (db) => {
    const task = await requireTask(db, id, actor);
    requireOpen(task);
    if (task.assigneeId === null)
      throw new ProblemError('conflict', 'Nobody has this task yet, so nobody was reminded.');
    if (task.assigneeId === actor.id)
      throw new ProblemError('conflict', 'This task is your own, so nobody was reminded.');
    const at = clock.now();
    const { planId, componentId, title, componentName } = task;
    await notifyPersons(db, [task.assigneeId], {
      planId,
      componentId,
      message: `${actor.name} asks you to do “${title}” for ${componentName}.${await sayDue(db, task, task.assigneeId)}`,
      at,
      idSeed: `remind:${id}:${actor.id}:${at.slice(0, 10)}`,
    });
    await appendAudit(db, { at, actor: actor.id, action: 'task.remind', resource: `task/${id}` });
  });
}
