// A plan laid over its cycle: where it is, the way it came, and what it waits for.
import type { Cycle } from '../../engine/index.ts';
import type { HistoryLine, PlanDetail, Wait } from '../app/api/wire.ts';
import { exactly } from '../app/words/due.ts';

export interface PlanOverlay {
  active: string[];
  visited: { stage: string; order: number }[];
  /** What each stage waits for, in words. */
  waits: Record<string, string>;
}

/** The stage that opens a task, by the task's key. */
function stageOfTask(stages: Cycle['stages'], key: string): string | null {
  for (const [id, stage] of Object.entries(stages)) {
    if ('tasks' in stage && stage.tasks?.[key]) return id;
    const inside = 'stages' in stage ? stageOfTask(stage.stages, key) : null;
    if (inside) return inside;
  }
  return null;
}

const waitWords = (wait: Wait): string =>
  wait.kind === 'timer'
    ? `waits until ${exactly(wait.dueAt)}`
    : `${wait.assignee?.name ?? 'nobody yet'}: ${wait.title}`;

export function overlayOf(cycle: Cycle, plan: PlanDetail, history: HistoryLine[]): PlanOverlay {
  const entered = [...history].sort((a, b) => a.seq - b.seq).flatMap((line) => line.entered);
  const waits: Record<string, string> = {};
  for (const wait of plan.waits) {
    const stage = wait.kind === 'timer' ? wait.stage : (stageOfTask(cycle.stages, wait.key) ?? plan.stage[0]);
    if (stage) waits[stage] = [waits[stage], waitWords(wait)].filter(Boolean).join('; ');
  }
  return { active: plan.stage, visited: entered.map((stage, index) => ({ stage, order: index + 1 })), waits };
}
