// What a draft has become: a moved plan with its effects, or the fault that stopped it.
import type { Plan } from '../model/plan.ts';
import type { Rejection, Step } from '../model/step.ts';
import type { Chart } from './chart/compiled-cycle.ts';
import { maxSteps } from './chart/machine.ts';
import type { Rest } from './chart/place.ts';
import type { Draft } from './step/draft.ts';
import { excessSize, maxPlanSize } from './step/plan-size.ts';

export const reject = (reason: Rejection): Step => ({ kind: 'rejected', reason });

export function endStep({ room }: Chart, draft: Draft, rest: Rest | null): Step {
  if (draft.fault || !rest) return reject(draft.fault ?? { code: 'too-many-steps', limit: maxSteps });
  const plan: Plan = {
    ...draft.plan,
    stage: rest.stage,
    chart: rest.chart,
    movedAt: draft.situation.at,
  };
  const size = excessSize(plan, room);
  if (size !== null) return reject({ code: 'state-too-large', limit: maxPlanSize, size });
  return { kind: 'moved', plan, effects: draft.effects, moves: draft.moves };
}
