// The goals and measures that a plan is scored by: those that both sides agreed, else those that it has now.
import { useQuery } from '@tanstack/react-query';
import { asItStands, type PlanDocument } from '../../../engine/index.ts';
import { planVersionsQuery } from '../../app/api/plan-queries.ts';
import type { PlanVersions } from '../../app/api/wire.ts';

export function documentInForce({ items, now }: PlanVersions): PlanDocument {
  const inForce = items.findLast(({ inForceAt }) => inForceAt !== null);
  return inForce ? asItStands(inForce.document, now.goals) : now;
}

/** Undefined while it loads, or for who does not see the plan. */
export function usePlanDocument(planId: string, enabled = true): PlanDocument | undefined {
  const versions = useQuery({ ...planVersionsQuery(planId), enabled }).data;
  return versions && documentInForce(versions);
}
