// What the tasks of a plan are for, by the cycle that it follows.
import { type Cycle, type Purpose, purposeOf } from '../../../engine/index.ts';
import { findTask } from '../tasks/find-stage.ts';

export function purposesOf<Task extends { key: string; stage: string }>(
  cycle: Cycle,
  tasks: readonly Task[],
): (Task & { purpose: Purpose | null })[] {
  return tasks.map((task) => {
    const drawn = findTask(cycle.stages, task);
    return { ...task, purpose: drawn ? purposeOf(drawn) : null };
  });
}
