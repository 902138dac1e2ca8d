// Opens a seat of a task again: the task that was completed, and what its completion had closed. What several had decided
// together with it stands open, too, until enough have decided again.
import { reopenTaskRows } from '../../store/queries/task-rows.ts';
import { listSiblings, type TaskSibling } from '../../store/queries/task-siblings.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { completionsOf, sparedBy } from './completion.ts';
import { decidedTogether } from './decided-together.ts';

/** Gives the tasks that are open again. */
export async function openSeatAgain(db: Db, task: TaskInContext): Promise<TaskSibling[]> {
  const siblings = (await listSiblings(db, [task])).filter((one) => one.activation === task.activation);
  const again = new Set([task.id, ...sparedBy(siblings, task.id)]);
  await reopenTaskRows(db, [...again]);
  const now = siblings.map((one) => (again.has(one.id) ? { ...one, state: 'open', result: null } : one));
  const completions = completionsOf(now, JSON.parse(task.complete));
  await decidedTogether(db, JSON.parse(task.form), { siblings: now, ...completions });
  return now.filter(({ id }) => again.has(id));
}
