// A plan in short: what the sender of an event is told, now or when it asks again later.
import type { Plan } from '../../../engine/index.ts';
import type { StoredLine } from '../../store/queries/history.ts';

export type PlanSummary = Pick<
  Plan,
  | 'id'
  | 'componentId'
  | 'cycleId'
  | 'stage'
  | 'status'
  | 'round'
  | 'outcome'
  | 'score'
  | 'coverage'
  | 'revision'
> & { version: number };

export const toSummary = (plan: Plan): PlanSummary => ({
  id: plan.id,
  componentId: plan.componentId,
  cycleId: plan.cycleId,
  version: plan.cycleVersion,
  stage: plan.stage,
  status: plan.status,
  round: plan.round,
  outcome: plan.outcome,
  score: plan.score,
  coverage: plan.coverage,
  revision: plan.revision,
});

/** As the plan was after one of its earlier steps. */
export const summaryAt = (plan: Plan, line: StoredLine): PlanSummary => ({
  ...toSummary(plan),
  stage: line.stage,
  status: line.status,
  round: line.round,
  outcome: line.outcome,
  score: line.score,
  coverage: line.coverage,
  revision: line.revision,
});
