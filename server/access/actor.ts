// Who is asking.
import type { Role } from '../../engine/index.ts';
import type { PlaceInTree } from '../store/queries/places-in-tree.ts';
import type { KeyScope } from './key-scopes.ts';

export interface Actor {
  /** A person's id, an API key's, `token` for the admin token, `system` for timers and launches. */
  id: string;
  name: string;
  roles: Role[];
  /** What the organisation names them as: it gives them the permissions of that, whatever their roles are called. */
  places?: readonly PlaceInTree[];
  /** An open task in their hands lends them sight that neither a role nor a place gives them. */
  isLentSight?: boolean;
  /** The session that the request came with, for what goes on after its answer has begun. */
  sessionId?: string;
  /** An API key: it has no role, and may do these things over everything and nothing besides. */
  grants?: readonly KeyScope[];
  /** Who made the key: it tells nothing of them that they may not read themselves. */
  madeBy?: string;
}

export const systemActor: Actor = { id: 'system', name: 'Cyclewright', roles: ['admin'] };
export const tokenActor: Actor = { id: 'token', name: 'Admin token', roles: ['admin'] };

/** The person about whom what the actor reads may be. */
export const selfOf = ({ id, madeBy }: Pick<Actor, 'id' | 'madeBy'>): string => madeBy ?? id;
