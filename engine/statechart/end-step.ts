// What a draft has become: a moved plan with its effects, or the fault that stopped it.
import type { Plan } from '../model/plan.ts';
import type { Rejection, Step } from '../model/step.ts';
import { activeStages, type ChartSnapshot, saveChart } from './chart/chart-state.ts';
import type { Chart } from './chart/compiled-cycle.ts';
import { type Draft, maxPlanSize, maxSteps } from './step/draft.ts';
import { recordDecisions } from './step/record-decisions.ts';

export const reject = (reason: Rejection): Step => ({ kind: 'rejected', reason });

export function endStep(chart: Chart, draft: Draft, snapshot: ChartSnapshot | null): Step {
  if (draft.fault || !snapshot) return reject(draft.fault ?? { code: 'too-many-steps', limit: maxSteps });
  const plan: Plan = {
    ...draft.plan,
    stage: activeStages(chart, snapshot),
    chart: saveChart(chart, snapshot),
    movedAt: draft.situation.at,
  };
  const size = JSON.stringify(plan).length;
  if (size > maxPlanSize) return reject({ code: 'state-too-large', limit: maxPlanSize, size });
  return { kind: 'moved', plan, effects: [...draft.effects, ...recordDecisions(draft)], moves: draft.moves };
}
