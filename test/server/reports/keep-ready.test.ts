// While somebody looks, the scores are counted anew by themselves after each change, within bounds.
import { expect, test } from 'vitest';
import { makeBooks } from '../../../server/reports/books.ts';
import { makeKeepReady } from '../../../server/reports/keep-ready.ts';
import { periodNow } from '../../../server/reports/read-roll-up.ts';
import { ratingCycle } from '../../support/cycles.ts';
import { makeFakeScheduler } from '../../support/fake-scheduler.ts';
import { makeOffice } from '../../support/office.ts';

async function office() {
  const { deps } = await makeOffice(ratingCycle);
  const books = makeBooks(deps);
  const { scheduler, elapse } = makeFakeScheduler();
  let counted = 0;
  const recount: typeof books.recount = (db, given) => {
    counted += 1;
    return books.recount(db, given);
  };
  const loop = makeKeepReady({ ...deps, scheduler }, { ...books, recount });
  const look = () =>
    deps.store.read(async (db) => {
      const at = deps.clock.now();
      return books.rollUps(db, { period: await periodNow(db, at), at });
    });
  /** A change, and the turn that comes of it. */
  const change = async (name: string) => {
    loop.start();
    await deps.store.commit((db) =>
      db.updateTable('components').set({ name }).where('id', '=', 'permits').execute(),
    );
    elapse();
    await loop.stop();
    return counted;
  };
  return { deps, look, change };
}

test('nothing is counted as long as nobody has looked, nor when nobody has looked lately', async () => {
  const { deps, look, change } = await office();
  expect(await change('A')).toBe(0);
  await look();
  expect(await change('B')).toBe(1);
  deps.clock.advance(11 * 60_000);
  expect(await change('C')).toBe(1);
  await look();
  expect(await change('D')).toBe(2);
});

test('after a count it rests, and what changes meanwhile is counted afterwards', async () => {
  const { deps, look, change } = await office();
  await look();
  expect(await change('A')).toBe(1);
  expect(await change('B')).toBe(1);
  deps.clock.advance(999);
  expect(await change('C')).toBe(1);
  deps.clock.advance(1);
  expect(await change('D')).toBe(2);
});
