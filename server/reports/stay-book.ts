// The stays of all plans, kept as far as the history was read: its lines are only ever added to, so that each look reads
// what came since the one before. What is kept is true of every reader; which plans somebody sees is asked anew.
import { letOthers } from '../in-slices.ts';
import { planIdsWithin, type Within } from '../store/queries/plans-within.ts';
import { listMovesAfter } from '../store/queries/reports.ts';
import type { Db } from '../store/schema.ts';
import { makeStays, type StageTime } from './stage-times.ts';

/** Whoever else waits has a turn between two of these. */
const AT_ONCE = 1_000;

export interface StayBooks {
  /** One lot of the history; whether there may be more of it. */
  readOn(db: Db): Promise<boolean>;
  times(db: Db, within: Within): Promise<StageTime[]>;
}

/** One for each store: two of them have nothing to do with each other. */
export function makeStayBooks(atOnce = AT_ONCE): StayBooks {
  const stays = makeStays();
  async function readOn(db: Db): Promise<boolean> {
    const moves = await listMovesAfter(db, stays.last(), atOnce);
    stays.take(moves);
    return moves.length === atOnce;
  }
  return {
    readOn,
    times: async (db, within) => {
      while (await readOn(db)) await letOthers();
      return stays.times(await planIdsWithin(db, within));
    },
  };
}
