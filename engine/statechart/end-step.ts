// What a draft has become: a moved plan with its effects, or the fault that stopped it.
import type { Plan } from '../model/plan.ts';
import type { Rejection, Step } from '../model/step.ts';
import type { Standing } from './chart/standing.ts';
import { type Draft, maxPlanSize, maxSteps } from './step/draft.ts';
import { recordDecisions } from './step/record-decisions.ts';

export const reject = (reason: Rejection): Step => ({ kind: 'rejected', reason });

export function endStep(draft: Draft, rest: Standing | null): Step {
  if (draft.fault || !rest) return reject(draft.fault ?? { code: 'too-many-steps', limit: maxSteps });
  const plan: Plan = {
    ...draft.plan,
    stage: rest.stage,
    chart: rest.chart,
    movedAt: draft.situation.at,
  };
  const size = JSON.stringify(plan).length;
  if (size > maxPlanSize) return reject({ code: 'state-too-large', limit: maxPlanSize, size });
  return { kind: 'moved', plan, effects: [...draft.effects, ...recordDecisions(draft)], moves: draft.moves };
}
