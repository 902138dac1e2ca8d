// What a plan waits for and whether each guard would let it pass now: the answer to "why not?".
// Asked of an event, guards that look at it are answered too; of none, they wait for one.
import { namesBehind } from '../decision/requirements.ts';
import type { Situation } from '../model/facts.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { type ActiveTransition, activeTransitions } from './active-transitions.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { valuesOf } from './step/ask-guard.ts';
import { beginDraft, type Draft, type Happening } from './step/draft.ts';
import { evaluateIn } from './step/evaluate-in.ts';
import { eventTypeOf } from './structure/transitions.ts';

export interface TransitionDescription {
  stage: string;
  /** The event type, `always`, or `done` for a stage that waits for those inside it. */
  event: string;
  to: string | null;
  guard: string | null;
  /** Null when that depends on the event. */
  passes: boolean | null;
  /** Why the guard does not hold, when it rests on something that is not there. */
  warnings: string[];
  delay?: string;
}

export interface AskedTransition extends TransitionDescription {
  /** JSON Pointer of the transition in the cycle document. */
  pointer: string;
  /** By path, what the guard looks at. */
  values: JsonObject;
}

const eventNames = new Set(['event', 'result']);

/** Says nothing of values: they may be more than everybody should see who may see the plan. */
export function describeTransitions(
  compiled: CompiledCycle,
  plan: Plan,
  situation: Situation,
): TransitionDescription[] {
  return askTransitions(compiled, plan, situation).map(({ pointer: _, values: __, ...shown }) => shown);
}

export function askTransitions(
  compiled: CompiledCycle,
  plan: Plan,
  situation: Situation,
  asked?: Happening,
): AskedTransition[] {
  const chart = compiled[chartKey];
  const draft = beginDraft({ chart, situation, plan, happening: asked ?? { type: '', data: {} } });
  return activeTransitions(chart, plan).map((active) => explain(draft, active, asked !== undefined));
}

function explain(
  draft: Draft,
  { stage, trigger, transition, place }: ActiveTransition,
  isTold: boolean,
): AskedTransition {
  return {
    stage,
    event: eventTypeOf(trigger),
    to: transition.to ?? null,
    guard: transition.guard ?? null,
    ...judge(draft, transition.guard, isTold),
    ...(trigger.kind === 'timer' ? { delay: trigger.delay } : {}),
    pointer: `/${place}`,
  };
}

type Judged = Pick<AskedTransition, 'passes' | 'warnings' | 'values'>;

function judge(draft: Draft, guard: string | undefined, isTold: boolean): Judged {
  if (guard === undefined) return { passes: true, warnings: [], values: {} };
  const names = namesBehind(draft.evaluator.namesIn(guard), draft.decisions);
  if (!isTold && names.some((name) => eventNames.has(name)))
    return { passes: null, warnings: [], values: {} };
  const evaluated = evaluateIn(draft, guard);
  if (evaluated.kind === 'failed') return { passes: false, warnings: [evaluated.message], values: {} };
  const passes = evaluated.sure && evaluated.json === true;
  return { passes, warnings: evaluated.warnings, values: valuesOf(draft, guard) };
}
