// Which plans a figure counts for its reader, and so which ones the list behind it may hold: those that the reader sees by
// their place. Whoever stands in for somebody reads one plan more while they have its task, and counts it nowhere. What is
// judged about the reader and not told yet is in no figure: one of a few would tell it.
import type { Actor } from '../access/actor.ts';
import type { Scope } from '../access/permissions.ts';
import { readableComponentIds, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { heldFromActor } from '../runtime/ratings/rating-sight.ts';
import type { Db } from '../store/schema.ts';

export interface CountedFor {
  visible: ReadonlySet<string> | 'all';
  /** Plans that are left out. */
  except: readonly string[];
  /** The reader may open plans that no figure counts: a list has to be told to leave them out. */
  isApart: boolean;
}

async function isLentMore(
  db: Db,
  actor: Actor,
  { scope, visible }: { scope: Scope; visible: CountedFor['visible'] },
): Promise<boolean> {
  if (visible === 'all') return false;
  const readable = await readableComponentIds(db, actor, scope);
  return readable === 'all' || readable.size > visible.size;
}

export async function countedFor(
  ports: Pick<Deps, 'cycles'>,
  db: Db,
  { actor, scope }: { actor: Actor; scope: Scope },
): Promise<CountedFor> {
  const visible = await visibleComponentIds(db, actor, scope);
  const except = [...(await heldFromActor(ports, db, actor)).keys()];
  return { visible, except, isApart: except.length > 0 || (await isLentMore(db, actor, { scope, visible })) };
}
