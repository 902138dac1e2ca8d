// A plan: one component's passage through one version of a cycle.
// It is a value; every step makes a new one with revision + 1.
import type { ComponentId, CycleId, GoalId, PlanId, StageId, TaskKey, TimerId } from './ids.ts';
import type { Json, JsonObject } from './json.ts';
import type { Outcome } from './measure.ts';
import type { Instant, LocalDate, Period } from './time.ts';

/** A stage's stay: +1 each time it is entered, so what belongs to an earlier stay is never mistaken for this one's. */
export type Activation = number;

export interface OpenTask {
  stage: StageId;
  activation: Activation;
  openedAt: Instant;
  dueAt: Instant | null;
}

export interface ArmedTimer {
  /** The stage that armed it; empty when that was the cycle as a whole. */
  stage: StageId;
  activation: Activation;
  dueAt: Instant;
  /** Set for an event raised with a delay, which outlives the stage; `id` is what `cancel` names. */
  raises?: { id: string | null; type: string; data: JsonObject };
}

export interface GoalResult {
  score: number | null;
  outcome: Outcome | null;
  coverage: number;
}

/** Where the plan is in its chart: stable JSON that another machine refuses instead of misreading. */
export interface ChartState {
  /** Nested like the stages: "observe", or { review: { self: "open", manager: "done" } }. */
  value: Json;
  /** Per history stage: the stages that it leads back to. */
  history: Record<StageId, StageId[]>;
}

export interface Plan {
  id: PlanId;
  componentId: ComponentId;
  cycleId: CycleId;
  cycleVersion: number;
  period: Period;
  status: 'active' | 'ended';
  /** The active atomic stages in document order. */
  stage: StageId[];
  chart: ChartState;
  variables: JsonObject;
  /** 1 on the first passage; a cycle counts it up with `set`. */
  round: number;
  outcome: Outcome | null;
  score: number | null;
  coverage: number | null;
  goals: Record<GoalId, GoalResult>;
  tasks: Record<TaskKey, OpenTask>;
  timers: Record<TimerId, ArmedTimer>;
  activations: number;
  /** Set while the plan's person is on a long leave, with its last day: the plan's clock stands still. */
  away?: { until: LocalDate } | null;
  /** The outcome of the final stage that it ended in, such as met or stopped. */
  ending: string | null;
  revision: number;
  startedAt: Instant;
  movedAt: Instant;
}
