// The first step of a plan: it enters the initial stage of its cycle. Pure, and "no" is a value.
import type { Situation } from '../model/facts.ts';
import type { ComponentId, PlanId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import type { Step } from '../model/step.ts';
import type { Period } from '../model/time.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { enterChart } from './chart/run-chart.ts';
import { endStep } from './end-step.ts';
import { beginDraft } from './step/draft.ts';

export interface NewPlan {
  id: PlanId;
  componentId: ComponentId;
  period: Period;
  /** Besides and instead of the start values in the cycle. */
  variables?: JsonObject;
}

/** What expressions see as `event` while a plan starts. */
const started = { type: 'plan.started', data: {} };

function planBefore({ cycle, version }: CompiledCycle, given: NewPlan): Plan {
  return {
    id: given.id,
    componentId: given.componentId,
    cycleId: cycle.id,
    cycleVersion: version,
    period: given.period,
    status: 'active',
    stage: [],
    chart: { value: {}, history: {} },
    variables: { ...cycle.variables, ...given.variables },
    round: 1,
    outcome: null,
    score: null,
    coverage: null,
    goals: {},
    tasks: {},
    timers: {},
    activations: 0,
    ending: null,
    revision: 1,
    startedAt: '',
    movedAt: '',
  };
}

export function startPlan(compiled: CompiledCycle, given: NewPlan, situation: Situation): Step {
  const chart = compiled[chartKey];
  const plan = planBefore(compiled, given);
  const draft = beginDraft({ chart, situation, plan, happening: started });
  draft.plan.startedAt = draft.situation.at;
  return endStep(draft, enterChart(chart, draft));
}
