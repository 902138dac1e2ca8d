// The plan that a request is about, for those who may see it.
import type { Plan } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Permission } from '../access/permissions.ts';
import { isVisible, planSightLent, readableComponentIds, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../problem.ts';
import { type UnderReview, underReviewOf } from '../runtime/ratings/rating-sight.ts';
import { componentOfPlan, findPlan } from '../store/queries/plans.ts';
import type { Db } from '../store/schema.ts';

interface Asking {
  actor: Actor;
  permission: Permission;
  id: string;
}

/** @throws ProblemError not-found when it is not there, or the actor may not see it. */
export async function requireSight(db: Db, { actor, permission, id }: Asking): Promise<void> {
  const scope = authorize(actor, permission);
  // Who sees everything is told by the next look whether the plan is there.
  if (scope === 'all') return;
  const componentId = await componentOfPlan(db, id);
  const isReading = permission === 'plans.read';
  const idsFor = isReading ? readableComponentIds : visibleComponentIds;
  if (componentId !== null && isVisible(await idsFor(db, actor, scope), componentId)) return;
  if (componentId === null || !isReading || !(await planSightLent(db, actor, id))) throw notFound('plan');
}

/** The plan, and how it stood for the reader when it was judged; null: they see all of it. */
export async function requireReadable(
  deps: Pick<Deps, 'cycles'>,
  db: Db,
  { actor, id }: Pick<Asking, 'actor' | 'id'>,
): Promise<{ plan: Plan; review: UnderReview | null }> {
  const plan = await requirePlan(db, { actor, permission: 'plans.read', id });
  const { componentId, cycleId, cycleVersion: version } = plan;
  const looking = { actor, plan: { id, componentId, cycleId, version } };
  return { plan, review: await underReviewOf(deps, db, looking) };
}

export async function requirePlan(db: Db, asking: Asking): Promise<Plan> {
  await requireSight(db, asking);
  const stored = await findPlan(db, asking.id);
  if (!stored) throw notFound('plan');
  return stored.plan;
}
