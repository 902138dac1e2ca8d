// What each stage of a plan waits for now, in words.
import type { Cycle } from '../../engine/index.ts';
import type { PlanDetail, Wait } from '../app/api/wire.ts';
import { exactly } from '../app/words/due.ts';
import { t } from '../language/index.ts';

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
    ? t('waits until {moment}', { moment: exactly(wait.dueAt) })
    : `${wait.assignee?.name ?? t('nobody yet')}: ${wait.title}`;

export function waitsOnStages(
  cycle: Cycle,
  plan: Pick<PlanDetail, 'stage' | 'waits'>,
): Record<string, string> {
  const waits: Record<string, string> = {};
  for (const wait of plan.waits) {
    const stage = wait.kind === 'timer' ? wait.stage : (stageOfTask(cycle.stages, wait.key) ?? plan.stage[0]);
    if (stage) waits[stage] = [waits[stage], waitWords(wait)].filter(Boolean).join('; ');
  }
  return waits;
}
