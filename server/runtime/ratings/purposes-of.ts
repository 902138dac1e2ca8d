// What the tasks of a plan are for, by the cycle that it follows.
import { type Cycle, type Purpose, purposeOf } from '../../../engine/index.ts';
import { findStage } from '../tasks/find-stage.ts';

export function purposesOf<Task extends { key: string; stage: string }>(
  cycle: Cycle,
  tasks: readonly Task[],
): (Task & { purpose: Purpose | null })[] {
  return tasks.map((task) => {
    const stage = findStage(cycle.stages, task.stage);
    const drawn = stage && 'tasks' in stage ? stage.tasks?.[task.key] : undefined;
    return { ...task, purpose: drawn ? purposeOf(drawn) : null };
  });
}
