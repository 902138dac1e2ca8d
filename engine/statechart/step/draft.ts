// A step in the making: the plan's own copy that changes action by action, and what the step asks for.
// It lives for one step only and is never seen outside.
import type { CompiledModel } from '../../decision/compile/compile-model.ts';
import type { Taken } from '../../decision/run/take-decisions.ts';
import type { Evaluated, Evaluator } from '../../expression/make-evaluator.ts';
import type { Feel } from '../../expression/value/feel.ts';
import type { DecisionTrace } from '../../model/decision.ts';
import type { Effect } from '../../model/effect.ts';
import type { Situation } from '../../model/facts.ts';
import type { StageId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Plan } from '../../model/plan.ts';
import type { Rejection, StageMove } from '../../model/step.ts';
import { canonicalInstant } from '../../time/instant.ts';
import type { Timekeeper } from '../../time/timekeeper.ts';
import type { StageIndex } from '../structure/stage-index.ts';
import type { Memory } from './memory.ts';

/** Microsteps and raised events in one step; more is taken for an endless loop. */
export const maxSteps = 1_000;

/** What just happened, as expressions see it. */
export interface Happening {
  type: string;
  data: JsonObject;
  /** What led to the end of the container that this tells of. */
  cause?: Happening;
}

export interface Draft {
  readonly evaluator: Evaluator;
  readonly time: Timekeeper;
  /** Null when nothing is kept from one step to the next. */
  readonly memory: Memory | null;
  readonly index: StageIndex;
  /** By title: what follows the round in the key of a reward that has none of its own. */
  readonly rewardKeys: ReadonlyMap<string, string>;
  readonly situation: Situation;
  /** This step's own copy. The records in it are shared with the plan before: they are replaced, never changed. */
  readonly plan: Plan;
  readonly effects: Effect[];
  readonly moves: StageMove;
  happening: Happening;
  /** Raised in this step and not yet heard. */
  readonly raised: Happening[];
  /** The stages that the plan is in, with their containers: a stage is in it from before its entry until after its exit. */
  readonly active: Set<StageId>;
  /** How many were asked for in this step, so that each has a key of its own. */
  interventions: number;
  delayed: number;
  /** The first thing that went wrong; after it nothing more is done. */
  fault: Rejection | null;
  /** Values already converted, and expressions already evaluated, since the last change. */
  values: Map<string, Feel> | null;
  results: Map<string, Evaluated> | null;
  readonly decisions: CompiledModel | null;
  /** The decisions taken since the last change, and what those before it came to. */
  taken: Taken | null;
  readonly traces: DecisionTrace[];
}

interface Beginning {
  chart: Pick<Draft, 'evaluator' | 'time' | 'memory' | 'decisions' | 'index' | 'rewardKeys'>;
  situation: Situation;
  plan: Plan;
  happening: Happening;
  /** When they are known already: the stages that the plan is in, with their containers. */
  active?: ReadonlySet<StageId>;
}

export function beginDraft({ chart, situation, plan, happening, active }: Beginning): Draft {
  const { evaluator, time, memory, decisions, index, rewardKeys } = chart;
  return {
    evaluator,
    time,
    memory,
    index,
    rewardKeys,
    decisions,
    taken: null,
    traces: [],
    situation: inOrder(time, situation),
    plan: { ...plan },
    effects: [],
    moves: { left: [], entered: [], transitions: [], asked: [] },
    happening,
    raised: [],
    active: active ? new Set(active) : withContainers(index, plan.stage),
    interventions: 0,
    delayed: 0,
    fault: null,
    values: null,
    results: null,
  };
}

function withContainers(index: StageIndex, stages: readonly StageId[]): Set<StageId> {
  const active = new Set<StageId>();
  for (const stage of stages) {
    for (let at = index.get(stage); at; at = at.parent === null ? undefined : index.get(at.parent))
      active.add(at.id);
  }
  return active;
}

/** Instants are compared as text, so each has the one form that sorts. */
const inOrder = (time: Timekeeper, situation: Situation): Situation =>
  time.isCanonical(situation.at) ? situation : { ...situation, at: canonicalInstant(situation.at) };

export function hear(draft: Draft, happening: Happening): void {
  if (draft.happening === happening) return;
  draft.happening = happening;
  forget(draft, ['event', 'result']);
}

/** The decisions so far were taken on what is no longer so: they are kept for the history, and taken again. */
export function keepTraces(draft: Draft): void {
  if (!draft.taken) return;
  draft.traces.push(...draft.taken.traces());
  draft.taken = null;
}

/** What was known of these names no longer holds. */
export function forget(draft: Draft, names: readonly string[]): void {
  if (draft.values) for (const name of names) draft.values.delete(name);
  draft.results = null;
  keepTraces(draft);
}

/** Being in a stage or not is something that guards may look at. */
export function standIn(draft: Draft, stage: StageId, isIn: boolean): void {
  if (isIn) draft.active.add(stage);
  else draft.active.delete(stage);
  if (draft.values?.has('stages')) forget(draft, ['stages']);
}

/** Keeps the first fault: the others follow from it. */
export function fail(draft: Draft, expression: string, place: string, message: string): void {
  draft.fault ??= { code: 'expression-failed', expression, place, message };
}

export const withEntry = <Value>(
  record: Record<string, Value>,
  key: string,
  value: Value,
): Record<string, Value> => ({ ...record, [key]: value });

export function withoutEntry<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  const { [key]: _, ...others } = record;
  return others;
}
