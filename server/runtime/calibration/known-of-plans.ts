// What is known of how plans were judged. Releases are read only where they tell one round from the next.
import type { Deps } from '../../deps.ts';
import { type AppraisedPlan, listJudgements } from '../../store/queries/appraisals.ts';
import type { Db } from '../../store/schema.ts';
import { releasesOf } from '../ratings/rating-sight.ts';
import type { Known } from './appraisal-of.ts';
import { isAskedAnew } from './rounds-judged.ts';

type KnownOf = (plan: Pick<AppraisedPlan, 'planId'>) => Known;

export async function knownOfPlans(
  deps: Pick<Deps, 'cycles'>,
  db: Db,
  plans: readonly AppraisedPlan[],
): Promise<KnownOf> {
  const ids = plans.map(({ planId }) => planId);
  const judged = Map.groupBy(await listJudgements(db, ids), ({ planId }) => planId);
  const releases = new Map<string, string[]>();
  for (const { planId: id, componentId, cycleId, version } of plans)
    if (isAskedAnew(judged.get(id) ?? []))
      releases.set(id, await releasesOf(deps, db, { id, componentId, cycleId, version }));
  return ({ planId }) => ({ judgements: judged.get(planId) ?? [], releases: releases.get(planId) ?? [] });
}
