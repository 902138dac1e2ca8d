// The plan that a request is about, for those who may see it.
import type { Plan } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import { authorize, scopeOf } from '../access/authorize.ts';
import type { Permission, Scope } from '../access/permissions.ts';
import {
  componentsWithReadableGoals,
  isVisible,
  planSightLent,
  readableComponentIds,
  visibleComponentIds,
} from '../access/visibility.ts';
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

async function isInSight(db: Db, { actor, permission, id }: Asking, scope: Scope): Promise<boolean> {
  // Who sees everything is told by the next look whether the plan is there.
  if (scope === 'all') return true;
  const componentId = await componentOfPlan(db, id);
  if (componentId === null) return false;
  const isReading = permission === 'plans.read';
  const idsFor = isReading ? readableComponentIds : visibleComponentIds;
  if (isVisible(await idsFor(db, actor, scope), componentId)) return true;
  return isReading && (await planSightLent(db, actor, id)) !== null;
}

/** @throws ProblemError not-found when it is not there, or the actor may not see it. */
export async function requireSight(db: Db, asking: Asking): Promise<void> {
  const scope = authorize(asking.actor, asking.permission);
  if (!(await isInSight(db, asking, scope))) throw notFound('plan');
}

interface OfPlan {
  planId: string;
  componentId: string;
}

/** What the actor would be given if they asked, of the plan and of what is known of its component. */
export async function mayRead(db: Db, actor: Actor, { planId, componentId }: OfPlan) {
  const readsOfComponent = async (permission: Permission) => {
    const scope = scopeOf(actor, permission);
    return scope !== null && isVisible(await componentsWithReadableGoals(db, actor, scope), componentId);
  };
  const scope = scopeOf(actor, 'plans.read');
  return {
    plan: scope !== null && (await isInSight(db, { actor, permission: 'plans.read', id: planId }, scope)),
    goals: await readsOfComponent('goals.read'),
    observations: await readsOfComponent('observations.read'),
  };
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
