// The first question of every request: who is asking?
import { ProblemError } from '../problem.ts';
import type { Actor } from './actor.ts';
import type { Identity } from './identity.ts';

/** @throws ProblemError not-signed-in. */
export async function requireActor(
  identity: Identity,
  headers: Headers,
  renewed: (cookie: string) => void,
): Promise<Actor> {
  const actor = await identity.identify(headers, renewed);
  if (!actor)
    throw new ProblemError('not-signed-in', 'Sign in, or send a valid token as “Authorization: Bearer …”.');
  return actor;
}
