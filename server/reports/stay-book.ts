// The stays of all plans, kept as far as the history was read: its lines are only ever added to, so that each look reads
// what came since the one before. What is kept is true of every reader; which plans somebody sees is asked anew.
import { planIdsWithin, type Within } from '../store/queries/plans-within.ts';
import { listMovesAfter } from '../store/queries/reports.ts';
import type { Db } from '../store/schema.ts';
import { makeStays, type StageTime } from './stage-times.ts';

/** Who waits for the connection has a turn between two of these. */
const AT_ONCE = 5_000;

/** One for each store: two of them have nothing to do with each other. */
export function makeStayBooks(atOnce = AT_ONCE) {
  const stays = makeStays();
  return async (db: Db, within: Within): Promise<StageTime[]> => {
    const planIds = await planIdsWithin(db, within);
    let read: number;
    do {
      const moves = await listMovesAfter(db, stays.last(), atOnce);
      stays.take(moves);
      read = moves.length;
    } while (read === atOnce);
    return stays.times(planIds);
  };
}
export type StayBooks = ReturnType<typeof makeStayBooks>;
