// A plan that listens hears that what it says was changed and must be agreed anew; once for each version.
import type { Deps } from '../../deps.ts';
import { listNewestVersionsOf } from '../../store/queries/plan-versions.ts';
import type { Db } from '../../store/schema.ts';
import { tryStep } from '../plans/step-plan.ts';
import { plansListening } from '../plans/tell-plans.ts';

/** Call it at the end of the commit that changed goals or measures of the component. */
export async function tellOfVersions(
  deps: Deps,
  db: Db,
  { componentId, actor }: { componentId: string; actor: string },
): Promise<void> {
  const changed = (await listNewestVersionsOf(db, componentId)).filter(
    ({ version, inForceAt }) => version > 1 && inForceAt === null,
  );
  if (changed.length === 0) return;
  const listening = await plansListening(deps, db, { componentId, type: 'plan.changed' });
  for (const { planId, version } of changed.filter((one) => listening.includes(one.planId)))
    await tryStep(deps, db, {
      planId,
      event: { id: `version:${planId}:${version}`, type: 'plan.changed', data: { version } },
      actor,
    });
}

/** Does the work, and then tells the plans of the component. */
export async function telling<T>(
  deps: Deps,
  db: Db,
  given: { componentId: string; actor: string },
  work: () => Promise<T>,
): Promise<T> {
  const done = await work();
  await tellOfVersions(deps, db, given);
  return done;
}
