// What a plan waits for and whether each guard would let it pass now: the answer to "why not?".
import { namesBehind } from '../decision/requirements.ts';
import type { Situation } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import { type ActiveTransition, activeTransitions } from './active-transitions.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { beginDraft, type Draft } from './step/draft.ts';
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

const eventNames = new Set(['event', 'result']);

export function describeTransitions(
  compiled: CompiledCycle,
  plan: Plan,
  situation: Situation,
): TransitionDescription[] {
  const chart = compiled[chartKey];
  const happening = { type: '', data: {} };
  const draft = beginDraft({ chart, situation, plan, happening });
  return activeTransitions(chart, plan).map((active) => explain(draft, active));
}

function explain(draft: Draft, { stage, trigger, transition }: ActiveTransition): TransitionDescription {
  return {
    stage,
    event: eventTypeOf(trigger),
    to: transition.to ?? null,
    guard: transition.guard ?? null,
    ...judge(draft, transition.guard),
    ...(trigger.kind === 'timer' ? { delay: trigger.delay } : {}),
  };
}

function judge(draft: Draft, guard: string | undefined): { passes: boolean | null; warnings: string[] } {
  if (guard === undefined) return { passes: true, warnings: [] };
  if (namesBehind(draft.evaluator.namesIn(guard), draft.decisions).some((name) => eventNames.has(name)))
    return { passes: null, warnings: [] };
  const evaluated = evaluateIn(draft, guard);
  if (evaluated.kind === 'failed') return { passes: false, warnings: [evaluated.message] };
  return { passes: evaluated.sure && evaluated.json === true, warnings: evaluated.warnings };
}
