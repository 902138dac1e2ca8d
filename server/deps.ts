// What the server's parts are given: made once in main.ts, and by each test for itself.
import type { Logger } from 'pino';
import type { SignIns } from './access/sign-in.ts';
import type { ErrorCounts } from './runtime/cycles/error-counts.ts';
import type { Calendars } from './runtime/organisation/calendars.ts';
import type { CompiledCycles } from './runtime/plans/compiled-cycles.ts';
import type { Clock, Ids, Scheduler } from './runtime/ports.ts';
import type { Simulations } from './runtime/simulations/run-simulation.ts';
import type { Backups } from './store/backups/backups.ts';
import type { Drafts } from './store/drafts/drafts.ts';
import type { Store } from './store/store.ts';

/** Where the server stands. */
export interface Site {
  /** Bound to this computer: nobody else can reach it. */
  loopback: boolean;
  /** The address that browsers use, when it is not the one of the request. */
  baseUrl?: string | undefined;
  /** --clean was given: the sample organisation is not offered. */
  clean: boolean;
  /** Digests of what is due are sent by mail. */
  sendsMail?: boolean;
  /** Webhooks may go to loopback and private addresses. Default: as long as the server is bound to loopback. */
  privateTargets?: boolean;
}

export interface Deps {
  store: Store;
  drafts: Drafts;
  backups: Backups;
  /** Published cycles ready to run. */
  cycles: CompiledCycles;
  /** When components work. */
  calendars: Calendars;
  clock: Clock;
  scheduler: Scheduler;
  ids: Ids;
  log: Logger;
  signIns: SignIns;
  simulations: Simulations;
  errorCounts: ErrorCounts;
  site: Site;
  /** Aborted when the server is told to stop, so that what would never end by itself does. */
  stopping: AbortSignal;
}
