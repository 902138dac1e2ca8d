// Which components an actor may see: the row filter behind every list and every single record.
import { type LentSight, sightLentBy } from '../../engine/index.ts';
import { placesBelow } from '../store/queries/facts.ts';
import { listLentWork, listWorkInHand } from '../store/queries/lent-work.ts';
import type { Db } from '../store/schema.ts';
import type { Actor } from './actor.ts';
import { actorOf } from './actor-of.ts';
import { scopeOf } from './authorize.ts';
import type { Scope } from './permissions.ts';

type Start = 'managerId' | 'ownerId' | 'secondManagerId';

/** A component belongs to whom it names itself, and so does everything below it. */
async function atOrBelow(db: Db, column: Start, personId: string): Promise<Set<string>> {
  const rows = await db
    .withRecursive('seen', (q) =>
      q
        .selectFrom('components')
        .select('id')
        .where(column, '=', personId)
        // `union`, not `union all`: what is reached on two ways is walked once.
        .union(q.selectFrom('components as c').innerJoin('seen as s', 's.id', 'c.parentId').select('c.id')),
    )
    .selectFrom('seen')
    .select('id')
    .execute();
  return new Set(rows.map((row) => row.id));
}

/**
 * The components that the scope reaches. team: those that the actor manages, by name or as the manager of the
 * nearest ancestor that has one, and everything below; the actor's own are part of it. sight: those and the ones that a
 * dotted line leads to, with everything below. own: those that the actor owns and everything below.
 */
export async function visibleComponentIds(db: Db, actor: Actor, scope: Scope): Promise<Set<string> | 'all'> {
  if (scope === 'all') return 'all';
  const owned = await atOrBelow(db, 'ownerId', actor.id);
  if (scope === 'own') return owned;
  const managed = await atOrBelow(db, 'managerId', actor.id);
  if (scope === 'team') return new Set([...owned, ...managed]);
  return new Set([...owned, ...managed, ...(await atOrBelow(db, 'secondManagerId', actor.id))]);
}

export const isVisible = (visible: ReadonlySet<string> | 'all', componentId: string): boolean =>
  visible === 'all' || visible.has(componentId);

/**
 * What the actor may read: what is visible to them, and while they stand in for somebody, what that person sees of the
 * component that the task is about. Reading only: what is lent is not changed with it.
 */
export async function readableComponentIds(db: Db, actor: Actor, scope: Scope): Promise<Set<string> | 'all'> {
  const visible = await visibleComponentIds(db, actor, scope);
  if (visible === 'all') return 'all';
  for (const { holderId, roles, componentId } of await listLentWork(db, actor.id)) {
    const holder = await actorOf(db, { id: holderId, name: holderId, roles });
    const holderScope = scopeOf(holder, 'plans.read');
    if (!holderScope || !isVisible(await visibleComponentIds(db, holder, holderScope), componentId)) continue;
    for (const id of [componentId, ...(await placesBelow(db, componentId)).map((place) => place.id)])
      visible.add(id);
  }
  return visible;
}

/** Also components whose goals a task in the actor's hands cannot be worked without: these alone, not what is below. */
export async function componentsWithReadableGoals(
  db: Db,
  actor: Actor,
  scope: Scope,
): Promise<Set<string> | 'all'> {
  const readable = await readableComponentIds(db, actor, scope);
  if (readable === 'all') return 'all';
  for (const { componentId, purpose } of await listWorkInHand(db, actor.id))
    if (sightLentBy(purpose)) readable.add(componentId);
  return readable;
}

/** What the tasks in the actor's hands let them read of a plan; null: nothing of the plan itself. */
export async function planSightLent(
  db: Db,
  actor: Actor,
  planId: string,
): Promise<Exclude<LentSight, 'goals'> | null> {
  const work = await listWorkInHand(db, actor.id);
  const lent = work.filter((one) => one.planId === planId).map(({ purpose }) => sightLentBy(purpose));
  return (['plan', 'plan-as-owner'] as const).find((sight) => lent.includes(sight)) ?? null;
}
