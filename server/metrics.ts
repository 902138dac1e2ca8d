// The server's figures: requests by route, commits, how late timers are, and what waits to be delivered.
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Deps } from './deps.ts';
import type { Env } from './http/router.ts';

export interface Metrics {
  contentType: string;
  text(): Promise<string>;
  /** Times each request under the template of its route. */
  observe: MiddlewareHandler<Env>;
}

async function timerLag({ store, clock }: Deps): Promise<number> {
  const next = await store.read((db) =>
    db.selectFrom('timers').select('dueAt').orderBy('dueAt').limit(1).executeTakeFirst(),
  );
  return next ? Math.max(0, (Date.parse(clock.now()) - Date.parse(next.dueAt)) / 1000) : 0;
}

const waitingDeliveries = async ({ store }: Deps): Promise<number> => {
  const row = await store.read((db) =>
    db
      .selectFrom('deliveries')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('state', '=', 'waiting')
      .executeTakeFirst(),
  );
  return Number(row?.count ?? 0);
};

const openIncidents = async ({ store }: Deps): Promise<number> => {
  const row = await store.read((db) =>
    db
      .selectFrom('incidents')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('state', '=', 'open')
      .executeTakeFirst(),
  );
  return Number(row?.count ?? 0);
};

function addGauges(deps: Deps, registry: Registry): void {
  const gauge = (name: string, help: string, read: (deps: Deps) => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read(deps));
      },
    });
  gauge('cyclewright_timer_lag_seconds', 'How late the earliest armed timer is', timerLag);
  gauge('cyclewright_deliveries_waiting', 'Deliveries that wait to be sent', waitingDeliveries);
  gauge('cyclewright_incidents_open', 'Incidents that wait for a person', openIncidents);
}

/** Figures of the process, such as its memory: begun once, since nothing ends them and they would keep their server. */
const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

export function makeMetrics(deps: Deps): Metrics {
  const registry = new Registry();
  addGauges(deps, registry);
  const commits = new Counter({
    name: 'cyclewright_commits_total',
    help: 'Commits of the store',
    registers: [registry],
  });
  deps.store.onCommit(() => commits.inc());
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  /** The series of one route, found by a word: to find it by its labels costs more than to count in it. */
  const series = new Map<string, { observe(seconds: number): void }>();
  function seriesOf(method: string, route: string, status: number): { observe(seconds: number): void } {
    const key = `${method} ${route} ${status}`;
    const known = series.get(key) ?? requests.labels(method, route, String(status));
    series.set(key, known);
    return known;
  }
  return {
    contentType: registry.contentType,
    text: () => Registry.merge([ofProcess, registry]).metrics(),
    observe: async (c, next) => {
      const started = performance.now();
      await next();
      const { method } = c.req;
      seriesOf(method, routePath(c, -1), c.res.status).observe((performance.now() - started) / 1000);
    },
  };
}
