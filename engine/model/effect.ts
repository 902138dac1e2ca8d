// Effects: data asking the shell to do something. Each belongs to one revision of one plan and
// is performed in the transaction that stores that revision.
import type { CycleTask, Purpose } from './cycle.ts';
import type { DecisionTrace } from './decision.ts';
import type { CycleId, StageId, TaskKey, TimerId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Activation } from './plan.ts';
import type { ComponentScore } from './score.ts';
import type { Instant } from './time.ts';

export interface OpenTaskEffect {
  type: 'open-task';
  key: TaskKey;
  stage: StageId;
  activation: Activation;
  title: string;
  description: string | null;
  /** Resolved to a relation: owner, manager, peers(3), role:hr, person:<id>, people:<id>,<id> …; who that is, the shell looks up. */
  assignee: string;
  form: CycleTask['form'];
  /** What the task says it is for; a built-in form says it itself. */
  purpose?: Purpose;
  complete: 'all' | 'any' | number;
  dueAt: Instant | null;
  reminders: Instant[];
  escalations: { at: Instant; to: string }[];
  /** Whose view is asked for, when it is that of raters. */
  raters?: NonNullable<CycleTask['raters']>;
}

export type Effect =
  | OpenTaskEffect
  | { type: 'close-task'; key: TaskKey; activation: Activation; because: 'completed' | 'stage-left' }
  /** Its due date is another, and what follows from it; the task stays with whom it is. */
  | ({ type: 'move-task'; key: TaskKey; activation: Activation; dueAt: Instant } & Pick<
      OpenTaskEffect,
      'reminders' | 'escalations'
    >)
  | { type: 'arm-timer'; timerId: TimerId; stage: StageId; activation: Activation; dueAt: Instant }
  | { type: 'cancel-timer'; timerId: TimerId; activation: Activation }
  | { type: 'notify'; to: string; message: string }
  | { type: 'emit'; event: string; data: JsonObject }
  /** `key` makes the award unique: given again with the same key it has no effect. */
  | { type: 'reward'; key: string; title: string; amount?: number }
  | { type: 'intervene'; key: string; title: string; cause: string | null }
  | { type: 'start-plan'; cycleId: CycleId; for: 'component' | 'children' | 'parent' }
  /** The full breakdown behind the score that the plan now carries. */
  | { type: 'record-score'; score: ComponentScore }
  /** Which decisions the step rests on; the history keeps them with the step, nothing else is done. */
  | { type: 'record-decisions'; decisions: DecisionTrace[] }
  | { type: 'end-plan'; ending: string | null };
