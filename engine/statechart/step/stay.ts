// Entering and leaving a stage. On entry its actions come first, so that what they set is seen by
// the due dates, assignees and delays of its tasks and timers; on leaving they come first too.
import type { FinalStage, Stage } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { type PlacedAction, placeActions, timerIdOf } from '../structure/transitions.ts';
import { type Draft, standIn } from './draft.ts';
import { performActions } from './perform-actions.ts';
import { closeTasksOf, openTask, type StageTask } from './tasks.ts';
import { armTimer, cancelRaises, cancelTimers, type StageTimer } from './timers.ts';

/** What a stage does, worked out once. */
export interface StageWork {
  id: StageId;
  entry: readonly PlacedAction[];
  exit: readonly PlacedAction[];
  tasks: readonly StageTask[];
  timers: readonly StageTimer[];
  /** Set for a final stage at the top: reaching it ends the plan. */
  ending: FinalStage | null;
}

export function workOf(
  id: StageId,
  stage: Stage,
  { place, top }: { place: string; top: boolean },
): StageWork {
  const waits = stage.type !== 'final' && stage.type !== 'history';
  return {
    id,
    entry: stage.type === 'history' ? [] : placeActions(stage.entry, `${place}/entry`),
    exit: stage.type === 'history' ? [] : placeActions(stage.exit, `${place}/exit`),
    tasks: Object.entries((waits && stage.tasks) || {}).map(([key, task]) => ({
      key,
      task,
      place: `${place}/tasks/${key}`,
    })),
    timers: ((waits && stage.after) || []).map((timer, index) => ({
      id: timerIdOf(id, timer, index),
      delay: timer.delay,
      place: `${place}/after/${index}/delay`,
    })),
    ending: top && stage.type === 'final' ? stage : null,
  };
}

export function enterStage(draft: Draft, work: StageWork): void {
  standIn(draft, work.id, true);
  draft.plan.activations += 1;
  draft.moves.entered.push(work.id);
  const stay = { stage: work.id, activation: draft.plan.activations };
  performActions(draft, work.entry);
  for (const task of work.tasks) openTask(draft, task, stay);
  for (const timer of work.timers) armTimer(draft, timer, stay);
  if (work.ending) endPlan(draft, work.ending);
}

function endPlan(draft: Draft, stage: FinalStage): void {
  cancelRaises(draft, null);
  draft.plan.status = 'ended';
  draft.plan.ending = stage.outcome ?? null;
  draft.effects.push({ type: 'end-plan', ending: draft.plan.ending });
}

export function leaveStage(draft: Draft, work: StageWork): void {
  performActions(draft, work.exit);
  closeTasksOf(draft, work.id);
  cancelTimers(draft, work.id);
  // The end of a plan runs the exit actions of its last stage, but the plan stays in it.
  if (!work.ending) draft.moves.left.push(work.id);
  standIn(draft, work.id, false);
}
