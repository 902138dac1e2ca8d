// What the steps of one cycle share. It changes how long a step takes and never what it gives: each thing kept
// is the result of a pure function, by all that it rests on.
import { type Evaluated, type Evaluator, makeEvaluator } from '../../expression/make-evaluator.ts';
import type { GoalId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { GoalResult } from '../../model/plan.ts';
import { makeRemember, type Remember } from '../../model/remembering.ts';
import type { ComponentScore } from '../../model/score.ts';
import { makeTimekeeper, type Timekeeper } from '../../time/timekeeper.ts';

/** A score, and what the plan keeps of it. */
export interface Appraised {
  score: ComponentScore;
  goals: Record<GoalId, GoalResult>;
}

export interface Memory {
  evaluator: Evaluator;
  time: Timekeeper;
  results: Remember<Evaluated>;
  /** What guards looked at. */
  looks: Remember<JsonObject>;
  scores: Remember<Appraised>;
}

export const makeMemory = (): Memory => ({
  evaluator: makeEvaluator(),
  time: makeTimekeeper(),
  results: makeRemember(),
  looks: makeRemember(),
  scores: makeRemember(),
});
