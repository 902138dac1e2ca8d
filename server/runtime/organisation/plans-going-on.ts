// Plans of a component that is given a last day: nothing but a person ends them.
import type { Component, Plan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';

export interface GoingOn {
  plan: Plan;
  cycleName: string;
}

/** None where the change gives it no other last day. */
export async function plansGoingOn(
  { cycles }: Pick<Deps, 'cycles'>,
  db: Db,
  { before, after }: { before: Component; after: Component },
): Promise<GoingOn[]> {
  if (!after.activeTo || after.activeTo === before.activeTo) return [];
  const going: GoingOn[] = [];
  for (const { plan } of await listActivePlansOf(db, after.id)) {
    const compiled = await cycles.find(db, plan.cycleId, plan.cycleVersion);
    going.push({ plan, cycleName: compiled?.cycle.name ?? plan.cycleId });
  }
  return going;
}
