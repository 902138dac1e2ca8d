// While people look at the organisation, its scores are counted anew by themselves soon after something moved them, so that
// the next who looks need not wait for it. Never more than a small part of the time, and not when nobody has looked lately.
import type { Deps } from '../deps.ts';
import { type Loop, makeLoop } from '../runtime/loop.ts';
import type { Books } from './books.ts';
import { periodNow } from './read-roll-up.ts';

/** After a count it rests for so many times as long as that took, and for a second at least. */
const REST = 10;
const LEAST_REST = 1_000;
/** Whoever has looked lately may look again. */
const LATELY = 10 * 60_000;
/** A commit wakes it sooner. */
const UNTIL_A_COMMIT = 3_600_000;

type Keeping = Pick<Deps, 'store' | 'clock' | 'log' | 'scheduler'>;

export function makeKeepReady(deps: Keeping, books: Pick<Books, 'recount' | 'asked'>): Loop {
  const now = (): number => Date.parse(deps.clock.now());
  let [asked, lookedAt, restsUntil] = [books.asked(), Number.NEGATIVE_INFINITY, 0];

  async function turn(): Promise<number> {
    const began = now();
    if (books.asked() !== asked) [asked, lookedAt] = [books.asked(), began];
    if (began - lookedAt > LATELY) return UNTIL_A_COMMIT;
    if (began < restsUntil) return restsUntil - began;
    await deps.store.read(async (db) => {
      const at = deps.clock.now();
      await books.recount(db, { period: await periodNow(db, at), at });
    });
    const ended = now();
    restsUntil = ended + Math.max(LEAST_REST, REST * (ended - began));
    return UNTIL_A_COMMIT;
  }
  return makeLoop({ name: 'recount', deps, scheduler: deps.scheduler, turn });
}
