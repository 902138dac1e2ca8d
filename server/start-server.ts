// A server from its configuration to its end: opens the data folder, listens, and when it is told to stop lets go of all
// that it held. What belongs to the process, such as signals and what is printed, is that of run-server.ts.
// Schemas made before this is loaded could not be described for OpenAPI, so it comes first.
import '@hono/zod-openapi';
import { setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Logger } from 'pino';
import { makeIdentity } from './access/identity.ts';
import { makeSignIns } from './access/sign-in.ts';
import { type Config, isLoopback } from './config.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import type { Deps } from './deps.ts';
import { makeMailWorker } from './mail/mail-worker.ts';
import { makeMailer } from './mail/mailer.ts';
import { makeBooks } from './reports/books.ts';
import { makeKeepReady } from './reports/keep-ready.ts';
import { makeWarmUp } from './reports/warm-up.ts';
import { type CheckThread, makeCheckThread } from './runtime/cycles/check-thread.ts';
import { makeErrorCounts } from './runtime/cycles/error-counts.ts';
import { makeDeliveryWorker } from './runtime/deliveries/delivery-worker.ts';
import { makePoster } from './runtime/deliveries/post.ts';
import { allowsPrivateTargets } from './runtime/deliveries/subscriptions.ts';
import { readSetup, startClean, startDemo } from './runtime/demo/first-run.ts';
import { makeCalendars } from './runtime/organisation/calendars.ts';
import { makeCompiledCycles } from './runtime/plans/compiled-cycles.ts';
import { systemClock, systemIds, systemScheduler } from './runtime/ports.ts';
import { makeRuntime } from './runtime/runtime.ts';
import { makeSimulations } from './runtime/simulations/run-simulation.ts';
import { makeSite } from './site.ts';
import { reportUnreadable } from './store/drafts/report-unreadable.ts';
import { readMode } from './store/queries/settings.ts';
import { listWorkCalendars } from './store/queries/work-calendars.ts';

export interface RunningServer {
  /** Where people find it. */
  url: string;
  /** The data folder's own path. */
  folder: string;
  /** Settles once nothing of it is left: no request, timer, thread or open file. */
  stop(): Promise<void>;
}

function makeDeps(
  config: Config,
  folder: DataFolder,
  { log, stopping, countErrors }: Pick<Deps, 'log' | 'stopping'> & { countErrors: CheckThread['count'] },
): Deps {
  const { store, drafts, backups, secret } = folder;
  return {
    store,
    backups,
    drafts: reportUnreadable(drafts, log),
    cycles: makeCompiledCycles(),
    calendars: makeCalendars(),
    clock: systemClock,
    scheduler: systemScheduler,
    stopping,
    ids: systemIds,
    log,
    simulations: makeSimulations(),
    errorCounts: makeErrorCounts(countErrors, (error) =>
      log.warn({ err: error }, 'a cycle could not be checked for the list of cycles'),
    ),
    signIns: makeSignIns({ db: store.db, secret, log, baseUrl: config.baseUrl }),
    site: {
      loopback: isLoopback(config.host),
      baseUrl: config.baseUrl,
      clean: config.clean,
      sendsMail: config.mailUrl !== undefined,
      ...(config.allowPrivateWebhooks ? { privateTargets: true } : {}),
    },
  };
}

/** What goes on by itself while the server runs: timers, launches, deliveries. */
function makeWorkers(deps: Deps, { mailUrl, mailFrom, baseUrl }: Config) {
  const poster = makePoster({ allowPrivate: allowsPrivateTargets(deps.site) });
  return [
    makeRuntime(deps),
    makeDeliveryWorker({ deps, poster, scheduler: deps.scheduler, random: Math.random }),
    ...(mailUrl && baseUrl ? [makeMailWorker(deps, { mailer: makeMailer(mailUrl, mailFrom), baseUrl })] : []),
  ];
}

/** What was asked for does not go with the data folder. */
export class UnfitFolderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnfitFolderError';
  }
}

/** What was chosen on the command line is done before anybody can ask. */
async function chooseMode(config: Config, deps: Deps): Promise<void> {
  const mode = await deps.store.read(readMode);
  if (mode === 'demo' && !deps.site.loopback)
    throw new UnfitFolderError(
      `This data folder is a demo, where anybody may sign in as anybody, so it is not served on ${config.host}. Leave out --host, or choose another folder with --data.`,
    );
  const { state } = await readSetup(deps);
  if (state === 'ready') {
    if (config.demo && mode !== 'demo')
      throw new UnfitFolderError(
        '--demo needs an empty data folder, and this one is in use. Leave it out, or choose another with --data.',
      );
    return;
  }
  if (config.demo) await startDemo(deps);
  // Without a token somebody must still be able to create the first administrator.
  if (config.clean && config.adminToken) await startClean(deps);
}

const listen = (server: ServerType, { port, host }: Config): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address);
      else reject(new Error('The server listens on no address.'));
    });
  });

/**
 * Milliseconds that a connection is kept for its next request: longer than proxies keep theirs (nginx 75 s, the balancers
 * of the clouds 60 s), so that none sends its next request into one that is just being closed here.
 */
const KEPT_OPEN = 80_000;

/** No new requests; those under way may finish within the grace. */
const stopListening = (server: ServerType, graceSeconds: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, graceSeconds * 1000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });

async function serve(config: Config, folder: DataFolder, log: Logger): Promise<RunningServer> {
  const stopping = new AbortController();
  // Every open stream of events listens to it.
  setMaxListeners(0, stopping.signal);
  const checks = makeCheckThread();
  const deps = makeDeps(config, folder, { log, stopping: stopping.signal, countErrors: checks.count });
  await chooseMode(config, deps);
  deps.calendars.know(await deps.store.read(listWorkCalendars));
  const books = makeBooks(deps);
  const workers = [...makeWorkers(deps, config), makeWarmUp(deps, books), makeKeepReady(deps, books)];
  const site = makeSite(deps, makeIdentity(deps, config.adminToken), books);
  const server = createAdaptorServer({ fetch: site.fetch, serverOptions: { keepAliveTimeout: KEPT_OPEN } });
  const { port } = await listen(server, config);
  for (const worker of workers) worker.start();
  // For the log: what is wrong with the drafts is told before anybody looks at the list.
  await deps.drafts
    .list()
    .catch((error: unknown) => log.error({ err: error }, 'the drafts cannot be listed'));
  const host = isLoopback(config.host) ? 'localhost' : config.host;
  return {
    url: config.baseUrl ?? `http://${host}:${port}`,
    folder: folder.path,
    stop: async () => {
      stopping.abort();
      await stopListening(server, config.shutdownGrace);
      await Promise.all(workers.map((worker) => worker.stop()));
      await checks.end();
    },
  };
}

/** @throws FolderInUseError when another server has the folder, UnfitFolderError, or why it cannot listen. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const folder = await openDataFolder(config.data);
  try {
    const server = await serve(config, folder, log);
    return { ...server, stop: () => server.stop().finally(folder.close) };
  } catch (error) {
    await folder.close();
    throw error;
  }
}
