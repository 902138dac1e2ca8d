// What the server's parts are given: made once in main.ts, and by each test for itself.
import type { Logger } from 'pino';
import type { Clock, Ids } from './runtime/ports.ts';
import type { Drafts } from './store/drafts/drafts.ts';
import type { Store } from './store/store.ts';

export interface Deps {
  store: Store;
  drafts: Drafts;
  clock: Clock;
  ids: Ids;
  log: Logger;
}
