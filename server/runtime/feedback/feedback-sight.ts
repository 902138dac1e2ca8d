// Whose feedback somebody reads: what is meant for them, and what was said for those who see the plans.
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { visibleComponentIds } from '../../access/visibility.ts';
import type { FeedbackSight } from '../../store/queries/feedback.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import type { Db } from '../../store/schema.ts';

export async function feedbackSightOf(db: Db, actor: Actor): Promise<FeedbackSight> {
  const scope = scopeOf(actor, 'plans.read');
  const componentIds = scope ? await visibleComponentIds(db, actor, scope) : new Set<string>();
  const owned = await listOwnedBy(db, actor.id);
  const ownPosts = owned.filter(({ kind }) => kind === 'employee').map(({ id }) => id);
  return { personId: actor.id, componentIds, ownPosts: new Set(ownPosts) };
}
