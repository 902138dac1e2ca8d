// Who is asking.
import type { Role } from '../../engine/index.ts';

export interface Actor {
  /** A person's id, `token` for the admin token, `system` for timers and launches. */
  id: string;
  name: string;
  roles: Role[];
  /** The session that the request came with, for what goes on after its answer has begun. */
  sessionId?: string;
}

export const systemActor: Actor = { id: 'system', name: 'Cyclewright', roles: ['admin'] };
export const tokenActor: Actor = { id: 'token', name: 'Admin token', roles: ['admin'] };
