// What was observed is heard by the plans of its component, whichever door it came through.
import type { Observation } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../store/schema.ts';
import { plansListening, tellPlans, toHeard } from '../plans/tell-plans.ts';
import { tellLateFigures } from '../ratings/tell-late-figures.ts';
import { splitProposed } from './proposed-correction.ts';

/** Call it in the commit that stores the observations. A correction that is only proposed is heard once it is verified. */
export async function observationsRecorded(
  deps: Deps,
  db: Db,
  given: { observations: readonly Observation[]; actor: string },
): Promise<void> {
  const all: Observation[] = [];
  const byComponent = Map.groupBy(given.observations, (observation) => observation.componentId);
  for (const [componentId, observations] of byComponent) {
    // Most components have no plan that listens, and an import brings thousands of observations.
    const listening = await plansListening(deps, db, { componentId, type: 'observation.recorded' });
    const { inForce } = await splitProposed(db, observations);
    all.push(...inForce);
    if (listening.length === 0) continue;
    for (const observation of inForce)
      await tellPlans(deps, db, { ...toHeard(observation), actor: given.actor });
  }
  // Behind what they set off: an appraisal that went by them has nothing to change.
  await tellLateFigures(deps, db, { observations: all, actor: given.actor });
}
