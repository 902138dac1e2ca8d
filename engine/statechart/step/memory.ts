// What steps find out, kept for the next of them. It changes how long a step takes and never what it gives: each
// thing kept is the result of a pure function, by all that it rests on. For those alone who give the same facts again
// and again and never change them, as a simulation does: a server reads them anew for each step.
import type { Evaluated } from '../../expression/make-evaluator.ts';
import type { GoalId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { GoalResult } from '../../model/plan.ts';
import type { ComponentScore } from '../../model/score.ts';
import { makeRemember, type Remember } from './remember.ts';

/** A score, and what the plan keeps of it. */
export interface Appraised {
  score: ComponentScore;
  goals: Record<GoalId, GoalResult>;
}

/** What a guard gives, and what it looks at. */
export interface Looked {
  evaluated: Evaluated;
  values: JsonObject;
}

export interface Memory {
  results: Remember<Evaluated>;
  guards: Remember<Looked>;
  scores: Remember<Appraised>;
}

export const makeMemory = (): Memory => ({
  results: makeRemember(),
  guards: makeRemember(),
  scores: makeRemember(),
});
