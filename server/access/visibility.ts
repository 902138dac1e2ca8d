// Which components an actor may see: the row filter behind every list and every single record.
import type { Db } from '../store/schema.ts';
import type { Actor } from './actor.ts';
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
 * nearest ancestor that has one, or by a dotted line, and everything below; the actor's own are part of it. own: those
 * that the actor owns and everything below.
 */
export async function visibleComponentIds(db: Db, actor: Actor, scope: Scope): Promise<Set<string> | 'all'> {
  if (scope === 'all') return 'all';
  const owned = await atOrBelow(db, 'ownerId', actor.id);
  if (scope === 'own') return owned;
  const managed = await atOrBelow(db, 'managerId', actor.id);
  return new Set([...owned, ...managed, ...(await atOrBelow(db, 'secondManagerId', actor.id))]);
}

export const isVisible = (visible: ReadonlySet<string> | 'all', componentId: string): boolean =>
  visible === 'all' || visible.has(componentId);
