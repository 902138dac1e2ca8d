// Whether a task that somebody completed can be opened again: only while nothing has come of it. ADR 0063.
import type { Purpose } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import type { Activation, Plan } from '../model/plan.ts';
import { isAwaited } from './accepted-events.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { standingOf } from './chart/standings.ts';
import { taskReopened } from './step/reopen-task.ts';

export interface CompletedTask {
  key: TaskKey;
  stage: StageId;
  activation: Activation;
  /** Null: a form of the cycle's own that does not say it. */
  purpose: Purpose | null;
  /** Who answered is told to nobody. */
  unnamed: boolean;
  /** The stage was left and entered again since, and asks for it anew. */
  askedAnew: boolean;
  /** The plan took a transition when it heard of the completion. */
  acted: boolean;
  /** Whom it is about may read what was judged. */
  released: boolean;
}

/** Why not: what is in the way, the first of it. */
export type KeptShut = 'unnamed' | 'for-good' | 'plan-ended' | 'released' | 'gone-on' | 'acted-on';
/** seat: the plan waits still, for others of those asked · task: it has heard that all is done, and stands where it stood. */
export type Reopening = { kind: 'seat' } | { kind: 'task' } | { kind: 'refused'; why: KeptShut };

/** Words and judgements, which change nothing by themselves; null is a form of one's own. */
const changeable: readonly (Purpose | null)[] = [
  'self-appraisal',
  'appraisal',
  'calibration',
  'feedback',
  null,
];

function keptShut(compiled: CompiledCycle, plan: Plan, task: CompletedTask): KeptShut | null {
  if (task.unnamed) return 'unnamed';
  if (!changeable.includes(task.purpose)) return 'for-good';
  if (plan.status === 'ended') return 'plan-ended';
  if (task.released) return 'released';
  const stands = standingOf(compiled[chartKey], plan)?.stages.has(task.stage) ?? false;
  return stands && !task.askedAnew ? null : 'gone-on';
}

export function canReopen(compiled: CompiledCycle, plan: Plan, task: CompletedTask): Reopening {
  const why = keptShut(compiled, plan, task);
  if (why !== null) return { kind: 'refused', why };
  const open = plan.tasks[task.key];
  if (open)
    return open.activation === task.activation ? { kind: 'seat' } : { kind: 'refused', why: 'gone-on' };
  // A cycle that waits for the event says itself what it does.
  const acts = task.acted || isAwaited(compiled, plan, taskReopened);
  return acts ? { kind: 'refused', why: 'acted-on' } : { kind: 'task' };
}
