// Whose affairs an actor may look after: their own, those of the people who answer for their team, or everybody’s.
import { listOwnersOf } from '../store/queries/stand-ins.ts';
import type { Db } from '../store/schema.ts';
import type { Actor } from './actor.ts';
import type { Scope } from './permissions.ts';
import { visibleComponentIds } from './visibility.ts';

export async function peopleWithin(db: Db, actor: Actor, scope: Scope): Promise<ReadonlySet<string> | 'all'> {
  if (scope === 'all') return 'all';
  if (scope === 'own') return new Set([actor.id]);
  const components = await visibleComponentIds(db, actor, scope);
  return components === 'all' ? 'all' : new Set([actor.id, ...(await listOwnersOf(db, components))]);
}
