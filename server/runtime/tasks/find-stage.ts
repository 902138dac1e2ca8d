// A stage of a cycle by its id, however deep.
import type { Stage, Stages } from '../../../engine/index.ts';

export function findStage(stages: Stages, id: string): Stage | null {
  for (const [key, stage] of Object.entries(stages)) {
    if (key === id) return stage;
    const inside = 'stages' in stage ? findStage(stage.stages, id) : null;
    if (inside) return inside;
  }
  return null;
}
