// A step in the making: the plan's own copy that changes action by action, and what the step asks for.
// It lives for one step only and is never seen outside.
import type { Evaluated } from '../../expression/make-evaluator.ts';
import type { FeelValue } from '../../expression/value.ts';
import type { Effect } from '../../model/effect.ts';
import type { Situation } from '../../model/facts.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Plan } from '../../model/plan.ts';
import type { Rejection, StageMove } from '../../model/step.ts';
import type { Instant } from '../../model/time.ts';
import { canonicalInstant } from '../../time/instant.ts';
import type { Memory } from './memory.ts';

/** What just happened, as expressions see it. */
export interface Happening {
  type: string;
  data: JsonObject;
}

export interface Draft {
  readonly memory: Memory;
  readonly situation: Situation;
  /** This step's own copy; its variables are replaced, never changed. */
  readonly plan: Plan;
  readonly effects: Effect[];
  readonly moves: StageMove;
  happening: Happening;
  /** How many were asked for in this step, so that each has a key of its own. */
  interventions: number;
  /** The first thing that went wrong; after it nothing more is done. */
  fault: Rejection | null;
  /** Values already converted, and expressions already evaluated, since the last change. */
  readonly values: Map<string, FeelValue>;
  readonly results: Map<string, Evaluated>;
}

interface Beginning {
  memory: Memory;
  situation: Situation;
  plan: Plan;
  happening: Happening;
}

export function beginDraft({ memory, situation, plan, happening }: Beginning): Draft {
  return {
    memory,
    situation: { ...situation, at: inOrder(situation.at) },
    plan: {
      ...plan,
      tasks: { ...plan.tasks },
      timers: { ...plan.timers },
    },
    effects: [],
    moves: { left: [], entered: [], transitions: [], asked: [] },
    happening,
    interventions: 0,
    fault: null,
    values: new Map(),
    results: new Map(),
  };
}

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Instants are compared as text, so each has the one form that sorts. */
const inOrder = (at: Instant): Instant => (canonical.test(at) ? at : canonicalInstant(at));

export function hear(draft: Draft, happening: Happening): void {
  if (draft.happening === happening) return;
  draft.happening = happening;
  forget(draft, ['event', 'result']);
}

/** What was known of these names no longer holds. */
export function forget(draft: Draft, names: readonly string[]): void {
  for (const name of names) draft.values.delete(name);
  draft.results.clear();
}

/** Keeps the first fault: the others follow from it. */
export function fail(draft: Draft, expression: string, place: string, message: string): void {
  draft.fault ??= { code: 'expression-failed', expression, place, message };
}
