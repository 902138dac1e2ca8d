// What a migration makes of one plan: rehearsed and done by the same function, so the two are the same.
import type { CycleTask } from '../model/cycle.ts';
import type { OpenTaskEffect } from '../model/effect.ts';
import type { StageId, TaskKey, TimerId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { Activation, Plan } from '../model/plan.ts';
import type { StageMove } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import type { InstantPolicy } from './mapping.ts';

/** A stage that goes on under another name: the plan neither leaves nor enters it. */
export interface StageCarried {
  from: StageId;
  to: StageId;
}

/** The stay that something belongs to, before and after. */
export interface StayChange {
  from: Activation;
  to: Activation;
}

export interface CarriedTask {
  kind: 'carried';
  from: TaskKey;
  to: TaskKey;
  stage: StageId;
  activation: StayChange;
  title: string;
  description: string | null;
  form: CycleTask['form'];
  /** Null: as it was. */
  complete: 'all' | 'any' | number | null;
  /** Exists alike in both versions: nothing of it changes. */
  alike: boolean;
  policy: InstantPolicy;
  before: Instant | null;
  dueAt: Instant | null;
  /** The new ladder of reminders and escalations; null: as it was. */
  ladder: { reminders: Instant[]; escalations: { at: Instant; to: string }[] } | null;
}

export type TaskPassage =
  | CarriedTask
  | { kind: 'cancelled'; from: TaskKey; activation: Activation; title: string }
  | { kind: 'opened'; effect: OpenTaskEffect };

export type TimerPassage =
  | {
      kind: 'carried';
      from: TimerId;
      to: TimerId;
      stage: StageId;
      activation: StayChange;
      policy: InstantPolicy;
      before: Instant;
      dueAt: Instant;
    }
  | { kind: 'cancelled'; from: TimerId; activation: Activation; before: Instant }
  | { kind: 'armed'; to: TimerId; stage: StageId; activation: Activation; dueAt: Instant };

/** What somebody has to say before the plan can be migrated. */
export interface Question {
  about: 'stage' | 'task' | 'timer';
  /** Of the old version. */
  of: string;
  /** Where the answer stands in the mapping, for all plans; under /plans/<id> for this one. */
  pointer: string;
  /** Any of these can stand there. */
  choices: Json[];
  message: string;
}

export interface Blocker {
  code:
    | 'open-incident'
    | 'released'
    | 'cycle-mismatch'
    | 'configuration'
    | 'not-reachable'
    | 'no-end'
    | 'would-end'
    | 'not-at-rest'
    | 'expression-failed'
    | 'state-too-large';
  message: string;
}

export interface Migrated {
  /** unchanged: all that it holds exists alike in the new version, only the version is another. */
  kind: 'unchanged' | 'moved';
  plan: Plan;
  /** Stages without a counterpart, and stages that the plan newly stands in; neither ran its actions. */
  moves: StageMove;
  stages: StageCarried[];
  tasks: TaskPassage[];
  timers: TimerPassage[];
  /** History stages that lead back to nothing any more. */
  forgotten: StageId[];
  /** Variables that have another value or are new. */
  variables: string[];
}

export type PlanMigration =
  | Migrated
  | { kind: 'needs-decision'; questions: Question[] }
  | { kind: 'blocked'; reasons: Blocker[] }
  /** The mapping says that the plan stays in its version. */
  | { kind: 'left' };
