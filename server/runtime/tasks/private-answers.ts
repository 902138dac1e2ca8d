// What is said between those who work in a plan: whoever sees the plan from above sees that it was said, and not what.
import type { CycleTask } from '../../../engine/index.ts';
import { hadTaskBy } from '../../store/queries/task-siblings.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';

interface Asked {
  task: Pick<TaskInContext, 'planId' | 'result' | 'completedAt'>;
  /** As the cycle has it. */
  own: CycleTask | null;
}

/** Whoever had a task of the plan by the time it was said reads it, and whoever comes into the plan later does not. */
export async function isPrivateFrom(db: Db, { task, own }: Asked, personId: string): Promise<boolean> {
  if (own?.private !== true || task.result === null || task.completedAt === null) return false;
  return !(await hadTaskBy(db, { planId: task.planId, personId, at: task.completedAt }));
}
