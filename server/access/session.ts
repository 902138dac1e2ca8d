// Whether a session still holds, for what outlives the request that it came with. Looking does not renew it.
import { findSession } from '../store/queries/people.ts';
import type { Db } from '../store/schema.ts';
import type { Actor } from './actor.ts';
import { keyStillHolds } from './api-keys.ts';

/** However much it is used, a session ends this long after it began. */
export const LONGEST_MS = 12 * 60 * 60 * 1000;

/** False once the actor has signed out, has a new password, or was away for too long; a key that is over, too. */
export async function isStillSignedIn(db: Db, actor: Actor, at: string): Promise<boolean> {
  if (actor.grants) return keyStillHolds(db, actor, at);
  if (actor.sessionId === undefined) return true;
  const session = await findSession(db, actor.sessionId);
  if (!session || session.expiresAt <= at) return false;
  return Date.parse(at) - Date.parse(session.createdAt) <= LONGEST_MS;
}
