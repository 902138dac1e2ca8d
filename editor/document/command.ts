// Every change that a designer can make to a cycle, as data, and what came of it.
import type {
  Action,
  Cycle,
  CycleTask,
  Decision,
  DecisionType,
  DelayedTransition,
  Fix,
  JsonObject,
  Place,
  Scenario,
  StageId,
  StageKind,
  Stages,
  TaskKey,
  Transition,
} from '../../engine/index.ts';
import type { StageType } from './stage-tree.ts';

export interface Point {
  x: number;
  y: number;
}

/** What a transition waits for. */
export type Trigger =
  | { kind: 'event'; event: string }
  | { kind: 'after'; delay: string }
  | { kind: 'always' }
  | { kind: 'onDone' };

/** Addresses one transition; `stage` null is the whole cycle. */
export interface TransitionRef {
  stage: StageId | null;
  list: { kind: 'event'; event: string } | { kind: 'after' | 'always' | 'onDone' };
  index: number;
}

/** Where a stage goes: into which container, and its absolute place. */
export interface StageMove {
  stage: StageId;
  inside: StageId | null;
  at: Point;
}

/** What a cycle says of itself, beside its stages. */
type CycleTerm = 'description' | 'cadence' | 'subjects' | 'scale' | 'retention' | 'accepts';

export interface StagePatch {
  released?: boolean | undefined;
  description?: string | undefined;
  outcome?: string | undefined;
  history?: 'shallow' | 'deep' | undefined;
  to?: StageId | undefined;
}

export type Command =
  | {
      type: 'add-stage';
      id: StageId;
      name: string;
      kind: StageKind | null;
      stageType: StageType;
      inside: StageId | null;
      at: Point;
    }
  | { type: 'remove-stage'; stage: StageId }
  /** Whole stages with all that is in them, such as pasted ones; their ids are not in use yet. */
  | { type: 'add-stages'; stages: Stages; layout: Record<StageId, Place>; inside: StageId | null }
  | { type: 'rename-stage'; stage: StageId; name: string }
  | { type: 'change-stage-id'; stage: StageId; id: StageId }
  | { type: 'set-stage'; stage: StageId; patch: StagePatch }
  | { type: 'set-kind'; stage: StageId; kind: StageKind | null }
  | { type: 'set-type'; stage: StageId; stageType: StageType }
  | { type: 'set-initial'; stage: StageId }
  | { type: 'set-actions'; stage: StageId; when: 'entry' | 'exit'; actions: Action[] }
  | { type: 'move-stage'; stage: StageId; to: Point }
  | { type: 'move-into'; stage: StageId; inside: StageId | null; to: Point }
  /** Several at once keep their places to one another, also where a container grows. */
  | { type: 'move-stages'; moves: readonly StageMove[] }
  | { type: 'collapse-stage'; stage: StageId; collapsed: boolean }
  | { type: 'tidy'; layout: Record<StageId, Point> }
  | { type: 'add-transition'; from: StageId | null; trigger: Trigger; transition: Transition }
  | { type: 'set-transition'; at: TransitionRef; patch: Partial<DelayedTransition> }
  | { type: 'set-trigger'; at: TransitionRef; trigger: Trigger }
  | { type: 'remove-transition'; at: TransitionRef }
  | { type: 'reorder-transition'; at: TransitionRef; to: number }
  | { type: 'set-task'; stage: StageId; key: TaskKey; task: CycleTask }
  | { type: 'rename-task'; stage: StageId; key: TaskKey; to: TaskKey }
  | { type: 'remove-task'; stage: StageId; key: TaskKey }
  | { type: 'set-variables'; variables: JsonObject }
  /** Decision tables and types from elsewhere: those of the same name are replaced. */
  | { type: 'take-decisions'; decisions: Record<string, Decision>; types: Record<string, DecisionType> }
  /** The whole document as it came from elsewhere, such as what somebody else saved. */
  | { type: 'take'; cycle: Cycle }
  | { type: 'set-decision'; name: string; decision: Decision }
  /** With what changes along with it: the expressions that use it. */
  | { type: 'rename-decision'; name: string; to: string; also?: Fix['commands'] }
  | { type: 'remove-decision'; name: string }
  /** The types that decisions name; adds it, or takes the place of the one of that name. */
  | { type: 'set-named-type'; name: string; named: DecisionType }
  /** With what changes along with it: all that says the type. */
  | { type: 'rename-named-type'; name: string; to: string; also: Fix['commands'] }
  | { type: 'remove-named-type'; name: string }
  | {
      type: 'set-cycle';
      patch: { name?: string } & { [Term in CycleTerm]?: Cycle[Term] };
    }
  | { type: 'add-scenario'; scenario: Scenario }
  /** Addressed by its place in the list. */
  | { type: 'set-scenario'; index: number; scenario: Scenario }
  | { type: 'remove-scenario'; index: number }
  /** What a problem offers to mend it. */
  | { type: 'mend'; fix: Fix };

/** A refusal is a value: `reason` is a sentence for the designer, and the document stays as it was. */
export type Applied = { kind: 'applied'; cycle: Cycle } | { kind: 'refused'; reason: string };

export const applied = (cycle: Cycle): Applied => ({ kind: 'applied', cycle });
export const refused = (reason: string): Applied => ({ kind: 'refused', reason });

export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
