// What the reports keep, each as long as it is true: one of each for a store, whoever asks.
import type { Deps } from '../deps.ts';
import { makePlaceBooks } from './boards/place-book.ts';
import { makeRollUps, type RollUps } from './roll-up-memo.ts';
import { makeStayBooks } from './stay-book.ts';

export function makeBooks(deps: Pick<Deps, 'calendars'>) {
  const recount = makeRollUps(deps);
  let asked = 0;
  const rollUps: RollUps = (db, given) => {
    asked += 1;
    return recount(db, given);
  };
  return {
    rollUps,
    /** The same, where nobody asks for it. */
    recount,
    /** How often somebody asked. */
    asked: () => asked,
    stays: makeStayBooks(),
    places: makePlaceBooks(),
  };
}
export type Books = ReturnType<typeof makeBooks>;
