// A loop that takes a turn whenever there may be something to do: at the instant that its last turn named, and
// soon after a commit. It never takes two turns at once, and a turn that breaks does not end it.
import type { Deps } from '../deps.ts';
import type { Scheduler } from './ports.ts';

export interface Loop {
  start(): void;
  stop(): Promise<void>;
}

interface Parts {
  name: string;
  deps: Pick<Deps, 'store' | 'log'>;
  scheduler: Scheduler;
  /** Does a bounded piece of work and says how many milliseconds there is nothing to do; 0 is at once. */
  turn(): Promise<number>;
}

/** Many commits in a row make one look. */
const AFTER_COMMIT = 50;

/** Commits that had nothing for this loop make the next look come later: up to this, since most are others' business. */
const AFTER_OTHERS = 200;
const AFTER_ERROR = 1_000;

export function makeLoop({ name, deps, scheduler, turn }: Parts): Loop {
  let started = false;
  let running: Promise<void> | null = null;
  let hinted = false;
  let afterCommit = AFTER_COMMIT;
  /** What the next turn was put off by when it was planned; milliseconds. */
  let waits = 0;
  let cancel = (): void => undefined;
  let unsubscribe = (): void => undefined;

  const wakeIn = (milliseconds: number): void => {
    cancel();
    waits = milliseconds;
    cancel = scheduler.after(milliseconds, run);
  };

  async function takeTurn(): Promise<void> {
    const byCommit = hinted;
    hinted = false;
    const wait = await turn().catch((error: unknown) => {
      deps.log.error({ err: error, loop: name }, 'a turn failed; it is taken again');
      return AFTER_ERROR;
    });
    running = null;
    afterCommit = byCommit && wait > 0 ? Math.min(2 * afterCommit, AFTER_OTHERS) : AFTER_COMMIT;
    if (started) wakeIn(hinted ? Math.min(wait, afterCommit) : wait);
  }

  function run(): void {
    if (started && !running) running = takeTurn();
  }

  function hint(): void {
    if (hinted) return;
    hinted = true;
    // A turn that comes sooner anyway is not put off.
    if (!running && waits > afterCommit) wakeIn(afterCommit);
  }

  return {
    start() {
      started = true;
      unsubscribe = deps.store.onCommit(hint);
      run();
    },
    async stop() {
      started = false;
      unsubscribe();
      cancel();
      await running;
    },
  };
}
