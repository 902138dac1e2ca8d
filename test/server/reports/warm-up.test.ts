// After a start the reports are read and counted by themselves, in steps; who then asks finds them ready.
import { expect, test } from 'vitest';
import { makeBooks } from '../../../server/reports/books.ts';
import { periodNow } from '../../../server/reports/read-roll-up.ts';
import { makeWarmUp, warmSteps } from '../../../server/reports/warm-up.ts';
import { ratingCycle } from '../../support/cycles.ts';
import { makeFakeScheduler } from '../../support/fake-scheduler.ts';
import { makeOffice } from '../../support/office.ts';
import { planRow } from '../../support/reviewed-office.ts';

async function office() {
  const made = await makeOffice(ratingCycle);
  await made.start('plan-permits', 'permits');
  const books = makeBooks(made.deps);
  const rollUp = () =>
    made.deps.store.read(async (db) => {
      const at = made.deps.clock.now();
      return books.rollUps(db, { period: await periodNow(db, at), at });
    });
  return { ...made, books, rollUp };
}

test('the stays, the cycles and the roll-up are there once the steps are taken', async () => {
  const { deps, books } = await office();
  const asked: string[] = [];
  const cycles: typeof deps.cycles = {
    find: (db, id, version) => {
      asked.push(`${id} ${version}`);
      return deps.cycles.find(db, id, version);
    },
  };
  let rolledUp = 0;
  const recount: typeof books.recount = (db, given) => {
    rolledUp++;
    return books.recount(db, given);
  };
  for await (const _ of warmSteps({ ...deps, cycles }, { ...books, recount }));
  expect([asked, rolledUp]).toEqual([['small 1'], 1]);
  // All of the history is read: there is nothing more to read on.
  expect(await deps.store.read(books.stays.readOn)).toBe(false);
});

test('of many cycles those are ready that most plans are under way in', async () => {
  const { deps, books } = await office();
  const plan = planRow('permits', 'meets');
  const version = await deps.store.read((db) =>
    db.selectFrom('cycleVersions').selectAll().where('cycleId', '=', 'small').executeTakeFirstOrThrow(),
  );
  await deps.store.commit(async (db) => {
    for (const number of Array.from({ length: 40 }, (_, index) => index)) {
      const cycleId = `c${String(number).padStart(2, '0')}`;
      await db
        .insertInto('cycleVersions')
        .values({ ...version, cycleId, hash: cycleId })
        .execute();
      // The first cycles by name have most plans under way, the last ones have only plans that ended.
      const status = number < 30 ? 'active' : 'ended';
      const ids = Array.from({ length: number < 30 ? 31 - number : 40 }, (_, at) => `${cycleId}-${at}`);
      await db
        .insertInto('plans')
        .values(ids.map((id) => ({ ...plan, ...{ id, cycleId, status } })))
        .execute();
    }
  });
  const asked: string[] = [];
  const cycles: typeof deps.cycles = {
    find: async (_, id) => {
      asked.push(id);
      return null;
    },
  };
  for await (const _ of warmSteps({ ...deps, cycles }, books));
  expect([
    asked.length,
    asked.slice(0, 2),
    asked.filter((id) => id < 'c30').length,
    asked.includes('small'),
  ]).toEqual([32, ['c00', 'c01'], 30, true]);
});

test('two who ask while it is being counted are answered by one count', async () => {
  const { rollUp } = await office();
  const [one, other] = await Promise.all([rollUp(), rollUp()]);
  expect(other).toBe(one);
});

test('what was counted is kept until a day begins where some component is', async () => {
  const { deps, as, rollUp } = await office();
  const ada = await as('ada');
  deps.clock.set('2026-06-01T12:00:00.000Z');
  const west = { id: 'west', kind: 'department', name: 'West', parentId: 'city', zone: 'America/New_York' };
  expect((await ada('POST', '/api/v1/components', west)).status).toBe(201);
  deps.clock.set('2026-06-02T03:59:00.000Z');
  const monday = await rollUp();
  expect(await rollUp()).toBe(monday);
  deps.clock.set('2026-06-02T04:00:00.000Z');
  const tuesday = await rollUp();
  expect(tuesday).not.toBe(monday);
  deps.clock.set('2026-06-02T23:59:00.000Z');
  expect(await rollUp()).toBe(tuesday);
});

test('it begins by itself, some time after the start, and not when the server is stopped before', async () => {
  const { deps, books } = await office();
  const { scheduler, elapse, waiting } = makeFakeScheduler();
  let read = 0;
  const store: typeof deps.store = {
    ...deps.store,
    read: (work) => {
      read += 1;
      return deps.store.read(work);
    },
  };
  const stopped = makeWarmUp({ ...deps, store, scheduler }, books);
  stopped.start();
  await stopped.stop();
  expect([waiting(), read]).toEqual([0, 0]);
  const warmUp = makeWarmUp({ ...deps, store, scheduler }, books);
  warmUp.start();
  expect([waiting(), read]).toEqual([1, 0]);
  elapse();
  await warmUp.stop();
  // It was told to stop at its first step.
  expect(read).toBe(1);
});

test('what fails is told in the log and keeps nobody from anything', async () => {
  const { deps, books } = await office();
  const { scheduler, elapse } = makeFakeScheduler();
  const told: unknown[] = [];
  const log = Object.assign(Object.create(deps.log), { warn: (line: unknown) => told.push(line) });
  const store = { ...deps.store, read: () => Promise.reject(new Error('The disk is away.')) };
  const warmUp = makeWarmUp({ ...deps, store, log, scheduler }, books);
  warmUp.start();
  elapse();
  await warmUp.stop();
  expect(told).toHaveLength(1);
});
