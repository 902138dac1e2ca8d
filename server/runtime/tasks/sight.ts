// Which tasks an actor may see, and the ones that they may work.
import { type Actor, selfOf } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { visibleComponentIds } from '../../access/visibility.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findDraft } from '../../store/queries/task-drafts.ts';
import { findAnyTask, findTask, type TaskInContext, type TaskSight } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';

const none: ReadonlySet<string> = new Set();

/** own: tasks given to the actor · sight: also those of the components that they see · all. */
export async function sightOf(db: Db, actor: Actor): Promise<TaskSight> {
  const scope = scopeOf(actor, 'tasks.read') ?? 'own';
  const componentIds = scope === 'own' ? none : await visibleComponentIds(db, actor, scope);
  return { personId: selfOf(actor), roles: actor.roles, componentIds };
}

/** @throws ProblemError not-found, the same whether there is none or the actor may not see it. */
export async function requireTask(db: Db, id: string, actor: Actor): Promise<TaskInContext> {
  const task = await findTask(db, id, await sightOf(db, actor));
  if (!task) throw notFound('task');
  return task;
}

/**
 * For who would work it. Whoever typed into a task that went to somebody else meanwhile is told who has it: they know of it.
 * @throws ProblemError not-found, or conflict.
 */
export async function requireTaskToWork(db: Db, id: string, actor: Actor): Promise<TaskInContext> {
  const task = await findTask(db, id, await sightOf(db, actor));
  if (task) return task;
  const gone = (await findDraft(db, { taskId: id, personId: actor.id })) && (await findAnyTask(db, id));
  if (!gone) throw notFound('task');
  const { title, componentName: place, assigneeName: person } = gone;
  throw new ProblemError(
    'conflict',
    person === null
      ? `“${title}” for ${place} is no longer yours, and nobody has it yet. Nothing was changed.`
      : `“${title}” for ${place} is no longer yours: ${person} has it now. Nothing was changed.`,
  );
}

/** Theirs, or of somebody for whom they may work. */
export const isOwnTask = (task: TaskInContext, actor: Actor): boolean =>
  task.assigneeId === actor.id || scopeOf(actor, 'tasks.work') === 'all';

/** @throws ProblemError not-allowed when the task is somebody else's. */
export function requireOwnTask(task: TaskInContext, actor: Actor): void {
  if (isOwnTask(task, actor)) return;
  const detail =
    task.assigneeId === null
      ? 'Nobody has this task yet; claim it first.'
      : `This task is ${task.assigneeName ?? task.assigneeId}’s; nothing was changed.`;
  throw new ProblemError('not-allowed', detail);
}
