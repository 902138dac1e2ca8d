// What was observed is heard by the plans of its component, whichever door it came through.
import type { Observation } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import type { Db } from '../store/schema.ts';
import { tellPlans, toHeard } from './tell-plans.ts';

/** Call it in the commit that stores the observations. */
export async function observationsRecorded(
  deps: Deps,
  db: Db,
  given: { observations: readonly Observation[]; actor: string },
): Promise<void> {
  for (const observation of given.observations)
    await tellPlans(deps, db, { ...toHeard(observation), actor: given.actor });
}
