// What a sealed task gave is read by nobody else until the plan has left the stage around it: a self-review that is
// read beforehand is what the manager's own view starts from.
import type { Stage, Stages } from '../../../engine/index.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';

const inside = (stage: Stage | undefined): Stages => (stage && 'stages' in stage ? stage.stages : {});

/** From the top of the cycle down to the stage; empty when there is none of the name. */
function pathTo(stages: Stages, id: string): [string, Stage][] {
  for (const [key, stage] of Object.entries(stages)) {
    if (key === id) return [[key, stage]];
    const deeper = pathTo(inside(stage), id);
    if (deeper.length > 0) return [[key, stage], ...deeper];
  }
  return [];
}

const allIn = (stages: Stages): string[] =>
  Object.entries(stages).flatMap(([key, stage]) => [key, ...allIn(inside(stage))]);

/** What runs at the same time is around a task: the outermost parallel stage, or its own stage. */
function stagesAround(stages: Stages, id: string): string[] {
  const path = pathTo(stages, id);
  const [key, around] = path.find(([, stage]) => stage.type === 'parallel') ?? path.at(-1) ?? [];
  return key === undefined ? [] : [key, ...allIn(inside(around))];
}

export interface SealedTask {
  stage: string;
  key: string;
  /** While the plan is in one of these, what the task gave is read by nobody else. */
  around: string[];
}

export function sealedTasks(stages: Stages): SealedTask[] {
  const within = (some: Stages): SealedTask[] =>
    Object.entries(some).flatMap(([id, stage]) => {
      const tasks = 'tasks' in stage ? Object.entries(stage.tasks ?? {}) : [];
      const own = tasks.flatMap(([key, { sealed }]) =>
        sealed === true ? [{ stage: id, key, around: stagesAround(stages, id) }] : [],
      );
      return [...own, ...within(inside(stage))];
    });
  return within(stages);
}

type Sealed = Pick<TaskInContext, 'stage' | 'key' | 'planStage' | 'assigneeId' | 'completedBy'>;

export function isSealedFrom(task: Sealed, stages: Stages, personId: string): boolean {
  if (task.assigneeId === personId || task.completedBy === personId) return false;
  const stage = pathTo(stages, task.stage).at(-1)?.[1];
  const own = stage && 'tasks' in stage ? stage.tasks?.[task.key] : undefined;
  if (own?.sealed !== true) return false;
  const active: string[] = JSON.parse(task.planStage);
  const around = new Set(stagesAround(stages, task.stage));
  return active.some((id) => around.has(id));
}
