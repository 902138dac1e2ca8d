// Who vouches for a value by recording it: somebody with the right to, who neither answers for the component nor was
// asked in the place of whom does. Rule: domain 1.1, "self-reported values stay provisional until verified".
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../../access/visibility.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';

type Asked = Pick<
  TaskInContext,
  'componentId' | 'componentOwnerId' | 'relation' | 'delegatedBy' | 'onBehalfOf'
>;

const isInOwnersPlace = ({ componentOwnerId, relation, delegatedBy, onBehalfOf }: Asked): boolean =>
  relation === 'owner' || (componentOwnerId !== null && [delegatedBy, onBehalfOf].includes(componentOwnerId));

export async function mayVouchBy(db: Db, actor: Actor, task: Asked): Promise<boolean> {
  if (isInOwnersPlace(task)) return false;
  const scope = scopeOf(actor, 'observations.record');
  if (scope === null || scope === 'own') return false;
  return isVisible(await visibleComponentIds(db, actor, scope), task.componentId);
}
