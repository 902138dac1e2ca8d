// The document of the version that a plan follows.
import type { Cycle } from '../../../engine/index.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';

export async function cycleOfPlan(db: Db, planId: string): Promise<Cycle | null> {
  const stored = await findPlan(db, planId);
  const version = stored && (await findCycleVersion(db, stored.plan.cycleId, stored.plan.cycleVersion));
  return version ? JSON.parse(version.document) : null;
}
