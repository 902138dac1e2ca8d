// What the reports keep is lost with the process, and the first who opens them after a start would wait until it is there
// again. So it is read and counted by itself soon after: in small steps, between which everybody else has a turn.
import type { Deps } from '../deps.ts';
import { letOthers } from '../in-slices.ts';
import { listBusiestVersions } from '../store/queries/plan-outcomes.ts';
import type { Books } from './books.ts';
import { periodNow } from './read-roll-up.ts';

/** The first page is asked for at once, and is not to wait. */
const AFTER_START = 250;
/** Of the cycles that are kept ready to run, with room for those that are asked for meanwhile. */
const MOST_CYCLES = 32;

type Warming = Pick<Deps, 'store' | 'cycles' | 'clock'>;

/** Each step is short, or gives others their turn by itself. */
export async function* warmSteps({ store, cycles, clock }: Warming, { recount, stays, places }: Books) {
  const at = clock.now();
  yield store.read(places);
  yield store.read(async (db) => recount(db, { period: await periodNow(db, at), at }));
  const busiest = await store.read((db) => listBusiestVersions(db, MOST_CYCLES));
  for (const { cycleId, version } of busiest) yield store.read((db) => cycles.find(db, cycleId, version));
  while (await store.read(stays.readOn)) yield;
}

/** Nobody waits for it: what fails is read again by whoever asks. */
export function makeWarmUp(deps: Warming & Pick<Deps, 'scheduler' | 'log'>, books: Books) {
  let isStopped = false;
  let running: Promise<void> | null = null;
  let cancel = (): void => undefined;

  async function run(): Promise<void> {
    for await (const _ of warmSteps(deps, books)) {
      await letOthers();
      if (isStopped) return;
    }
  }

  return {
    start: () => {
      cancel = deps.scheduler.after(AFTER_START, () => {
        running = run().catch((error: unknown) =>
          deps.log.warn({ err: error }, 'the reports are not ready yet; the first who asks waits for them'),
        );
      });
    },
    stop: async () => {
      isStopped = true;
      cancel();
      await running;
    },
  };
}
