// What the reports keep, each as long as it is true: one of each for a store, whoever asks.
import type { Deps } from '../deps.ts';
import { makePlaceBooks } from './boards/place-book.ts';
import { makeRollUps } from './roll-up-memo.ts';
import { makeStayBooks } from './stay-book.ts';

export const makeBooks = (deps: Pick<Deps, 'calendars'>) => ({
  rollUps: makeRollUps(deps),
  stays: makeStayBooks(),
  places: makePlaceBooks(),
});
export type Books = ReturnType<typeof makeBooks>;
