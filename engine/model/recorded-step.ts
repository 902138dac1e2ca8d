// One line of a plan's history as the engine reads it back: a step that was taken, with all that came of it.
import type { Effect } from './effect.ts';
import type { PlanEvent } from './event.ts';
import type { Outcome } from './measure.ts';
import type { StageMove } from './step.ts';
import type { Instant } from './time.ts';

export interface RecordedStep {
  revision: number;
  at: Instant;
  /** A person's id, `token` or `system`. */
  actor: string;
  event: PlanEvent;
  moves: StageMove;
  effects: Effect[];
  /** Where the plan was after it. */
  stage: string[];
  outcome: Outcome | null;
  score: number | null;
}
