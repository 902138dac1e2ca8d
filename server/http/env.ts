// What the layers of a request hand on to each other.
import type { HttpBindings } from '@hono/node-server';
import type { Actor } from '../access/actor.ts';

export interface Env {
  /** The socket; there is none when a test calls the app. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    actor: Actor;
    /** What the body says, when it came as “application/json” and nothing else. */
    plainJson?: unknown;
  };
}
