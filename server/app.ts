// The HTTP application: every resource under /api/v1, every failure a problem document.

import type { Actor } from './access/actor.ts';
import { requireActor } from './access/require-actor.ts';
import type { Deps } from './deps.ts';
import { components } from './routes/components.ts';
import { cycles } from './routes/cycles.ts';
import { onError, onNotFound } from './routes/failures.ts';
import { goals } from './routes/goals.ts';
import { imports } from './routes/imports.ts';
import { measures } from './routes/measures.ts';
import { observations } from './routes/observations.ts';
import { reports } from './routes/reports.ts';
import { createRouter } from './routes/router.ts';

export interface Identity {
  /** Who sends the request, or null: not signed in. */
  identify(headers: Headers): Promise<Actor | null>;
}

const resources = (deps: Deps) =>
  createRouter()
    .route('/components', components(deps))
    .route('/imports', imports(deps))
    .route('/goals', goals(deps))
    .route('/measures', measures(deps))
    .route('/observations', observations(deps))
    .route('/reports', reports(deps))
    .route('/cycles', cycles(deps));

export function makeApp(deps: Deps, identity: Identity) {
  const app = createRouter();
  app.onError(onError(deps.log));
  app.notFound(onNotFound);
  app.use('/api/v1/*', async (c, next) => {
    c.set('requestId', deps.ids.next('req'));
    c.set('actor', await requireActor(identity, c.req.raw.headers));
    await next();
  });
  return app.route('/api/v1', resources(deps));
}

/** What the editor's typed client is made from. */
export type AppType = ReturnType<typeof makeApp>;
