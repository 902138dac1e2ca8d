// Interventions with what was found and offered, and the version of the plan that came of each.
import type { z } from 'zod';
import type { planDetailWire } from '../../routes/wire/plans.ts';
import { listInterventions } from '../../store/queries/awards.ts';
import { listPlanVersions } from '../../store/queries/plan-versions.ts';
import type { Db } from '../../store/schema.ts';

type Presented = z.infer<typeof planDetailWire>['interventions'];

/** What was changed after it, and before the next one: that one answers for later changes. */
export async function presentInterventions(db: Db, planId: string): Promise<Presented> {
  const interventions = await listInterventions(db, planId);
  const versions = await listPlanVersions(db, planId);
  return interventions.map((one, index) => {
    const next = interventions[index + 1]?.at;
    const version = versions.find(({ at }) => at > one.at && (next === undefined || at <= next));
    return { ...one, alters: version ? { version: version.version, inForceAt: version.inForceAt } : null };
  });
}
