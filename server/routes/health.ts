// Whether the server lives, can work, and which one it is; and its figures for Prometheus.
import { Hono } from 'hono';
import type { Identity } from '../access/identity.ts';
import { isFromHere } from '../access/remote-address.ts';
import type { Deps } from '../deps.ts';
import type { Env } from '../http/router.ts';
import type { Metrics } from '../metrics.ts';
import { ProblemError } from '../problem.ts';
import { version } from '../version.ts';

/** What stands against taking requests; none when the server can work. */
async function reasonsAgainst({ store }: Deps): Promise<string[]> {
  try {
    await store.commit((db) => db.selectFrom('settings').select('name').limit(1).execute());
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : 'The store does not answer.'];
  }
}

export const health = (deps: Deps, identity: Identity, metrics: Metrics) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const reasons = await reasonsAgainst(deps);
      return reasons.length === 0
        ? c.json({ status: 'ready' })
        : c.json({ status: 'not-ready', reasons }, 503);
    })
    .get('/version', (c) => c.json({ name: 'cyclewright', version, node: process.version }))
    .get('/metrics', async (c) => {
      const actor = isFromHere(c) ? null : await identity.identify(c.req.raw.headers);
      if (!isFromHere(c) && !actor?.roles.includes('admin'))
        throw new ProblemError(
          'not-allowed',
          'Send the admin token to read the figures from another computer.',
        );
      return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
    });
