// Whom what is said in a plan is about: whoever answered for its component then. Who came after them reads none of it.
import type { Actor } from '../../access/actor.ts';
import type { Db } from '../../store/schema.ts';
import { ownersOver } from '../organisation/owners-over.ts';
import { isAbout } from './rating-sight.ts';

export interface Whose {
  ownerAt: (at: string) => string | null;
  /** Whether what was said at the instant is about somebody before the reader, who answers for the component now. */
  isOfPredecessor: (at: string) => boolean;
  /** Whether the reader may know of what somebody has to say of themselves. */
  isTheirs: (personId: string | null) => boolean;
}

export async function whose(
  db: Db,
  { actor, componentId, ownerId }: { actor: Actor; componentId: string; ownerId: string | null },
): Promise<Whose> {
  const ownerAt = await ownersOver(db, componentId, ownerId);
  const readsAsOwner = await isAbout(db, actor, componentId);
  return {
    ownerAt,
    isOfPredecessor: (at) => readsAsOwner && ownerAt(at) !== ownerId,
    isTheirs: (personId) => !readsAsOwner || personId === ownerId,
  };
}
