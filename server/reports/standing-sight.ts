// Of which components a reader is told how they stand: of those whose goals they may read. Reports may list more of them.
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/authorize.ts';
import type { Scope } from '../access/permissions.ts';
import { isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Db } from '../store/schema.ts';

type Ids = ReadonlySet<string> | 'all';

export interface StandingSight {
  /** Those that reports are about. */
  listed: Ids;
  isTold(componentId: string): boolean;
  isPlanTold(componentId: string): boolean;
}

const nothing: Ids = new Set();

/** `scope` is that of `reports.read`. */
export async function standingSight(db: Db, actor: Actor, scope: Scope): Promise<StandingSight> {
  const listed = await visibleComponentIds(db, actor, scope);
  const within = async (permission: 'goals.read' | 'plans.read'): Promise<Ids> => {
    const own = scopeOf(actor, permission);
    if (own === scope) return listed;
    return own === null ? nothing : visibleComponentIds(db, actor, own);
  };
  const goals = await within('goals.read');
  const plans = await within('plans.read');
  const isListed = (id: string) => isVisible(listed, id);
  return {
    listed,
    isTold: (id) => isListed(id) && isVisible(goals, id),
    isPlanTold: (id) => isListed(id) && isVisible(plans, id),
  };
}
