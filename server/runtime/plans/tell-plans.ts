// A fact about a component reaches its active plans that listen for it, in the commit that records the fact.
// A plan that does not listen, or whose guards say no, is left as it is; one whose cycle fails gets its incident.
import { isAwaited, type Observation, type PlanEvent } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { tryStep } from './step-plan.ts';

export interface Heard {
  componentId: string;
  event: PlanEvent;
}

/** Active plans of the component that take events of this type where they stand. */
export async function plansListening(
  { cycles }: Deps,
  db: Db,
  { componentId, type }: { componentId: string; type: string },
): Promise<string[]> {
  const listening: string[] = [];
  for (const { plan } of await listActivePlansOf(db, componentId)) {
    const compiled = await cycles.find(db, plan.cycleId, plan.cycleVersion);
    if (compiled && isAwaited(compiled, plan, type)) listening.push(plan.id);
  }
  return listening;
}

export async function tellPlans(deps: Deps, db: Db, given: Heard & { actor: string }): Promise<void> {
  const { componentId, event, actor } = given;
  for (const planId of await plansListening(deps, db, { componentId, type: event.type }))
    await tryStep(deps, db, { planId, event, actor });
}

/** What is heard once it was verified is another event than what could be heard before. */
export const toHeard = (observation: Observation): Heard => {
  const { id, componentId, measureId, periodStart, periodEnd, value, status, verifiedBy } = observation;
  const data = { observationId: id, measureId, periodStart, periodEnd, value, status };
  return {
    componentId,
    event: { id: `observation:${id}${verifiedBy ? ':verified' : ''}`, type: 'observation.recorded', data },
  };
};
