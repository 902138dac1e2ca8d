// The first question of every request: who is asking?
import { ProblemError } from '../problem.ts';
import type { Actor } from './actor.ts';

/** @throws ProblemError not-signed-in. */
export async function requireActor(
  identity: { identify(headers: Headers): Promise<Actor | null> },
  headers: Headers,
): Promise<Actor> {
  const actor = await identity.identify(headers);
  if (!actor)
    throw new ProblemError('not-signed-in', 'Sign in, or send a valid token as “Authorization: Bearer …”.');
  return actor;
}
