// The stages of a cycle, however deep, and their tasks by what a stored task says of itself.
import type { CycleTask, Stage, Stages } from '../../../engine/index.ts';

export const everyStage = (stages: Stages): Stage[] =>
  Object.values(stages).flatMap((stage) => [stage, ...('stages' in stage ? everyStage(stage.stages) : [])]);

export const tasksIn = (stage: Stage): CycleTask[] =>
  'tasks' in stage ? Object.values(stage.tasks ?? {}) : [];

export function findStage(stages: Stages, id: string): Stage | null {
  for (const [key, stage] of Object.entries(stages)) {
    if (key === id) return stage;
    const inside = 'stages' in stage ? findStage(stage.stages, id) : null;
    if (inside) return inside;
  }
  return null;
}

export function findTask(
  stages: Stages,
  { stage: id, key }: { stage: string; key: string },
): CycleTask | null {
  const stage = findStage(stages, id);
  return (stage && 'tasks' in stage && stage.tasks?.[key]) || null;
}

/** Whether the plan is drawn up in it: what is signed there is the plan. */
export const drawsUp = (stage: Stage | null): boolean =>
  stage !== null && 'kind' in stage && stage.kind === 'plan';
