// What a draft has become: a moved plan with its effects, or the fault that stopped it.
import type { Rejection, Step } from '../model/step.ts';
import type { Standing } from './chart/standing.ts';
import { type Draft, maxSteps } from './step/draft.ts';
import { excessSize, maxPlanSize } from './step/plan-size.ts';
import { recordDecisions } from './step/record-decisions.ts';

export const reject = (reason: Rejection): Step => ({ kind: 'rejected', reason });

export function endStep(draft: Draft, rest: Standing | null): Step {
  if (draft.fault || !rest) return reject(draft.fault ?? { code: 'too-many-steps', limit: maxSteps });
  const { plan } = draft;
  plan.stage = rest.stage;
  plan.chart = rest.chart;
  plan.movedAt = draft.situation.at;
  draft.effects.push(...recordDecisions(draft));
  const size = excessSize(plan, rest.size);
  if (size !== null) return reject({ code: 'state-too-large', limit: maxPlanSize, size });
  return { kind: 'moved', plan, effects: draft.effects, moves: draft.moves };
}
