import { expect, test } from 'vitest';
import { makeLogSync } from '../../../server/store/log-sync.ts';
import { openSqliteStore } from '../../../server/store/open-sqlite.ts';

/** A disk whose syncs end when the test says so. */
function makeDisk() {
  const begun: PromiseWithResolvers<void>[] = [];
  let arrived = Promise.withResolvers<void>();
  return {
    log: {
      sync: () => {
        const sync = Promise.withResolvers<void>();
        begun.push(sync);
        arrived.resolve();
        arrived = Promise.withResolvers<void>();
        return sync.promise;
      },
      close: async () => undefined,
    },
    begun,
    next: () => arrived.promise,
  };
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** Which of the promises have resolved by now. */
async function resolved(named: Record<string, Promise<unknown>>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, promise] of Object.entries(named)) void promise.then(() => names.push(name));
  await turns();
  return names.sort();
}

test('commits that wait for the same sync share it', async () => {
  const { log, begun } = makeDisk();
  const { afterCommit } = makeLogSync(log);
  const commits = { a: afterCommit(), b: afterCommit() };
  expect(await resolved(commits)).toEqual([]);
  begun[0]?.resolve();
  expect(await resolved(commits)).toEqual(['a', 'b']);
  expect(begun).toHaveLength(1);
});

test('a sync that began before a commit does not make it durable', async () => {
  const { log, begun } = makeDisk();
  const { afterCommit, all } = makeLogSync(log);
  const a = afterCommit();
  await turns();
  const later = { b: afterCommit(), c: afterCommit(), all: all() };
  begun[0]?.resolve();
  expect(await resolved({ a, ...later })).toEqual(['a']);
  begun[1]?.resolve();
  expect(await resolved(later)).toEqual(['all', 'b', 'c']);
  expect(begun).toHaveLength(2);
});

test('after a sync that failed nothing counts as durable any more', async () => {
  const { log, begun } = makeDisk();
  const { afterCommit, all } = makeLogSync(log);
  const failed = afterCommit();
  await turns();
  const waiting = afterCommit();
  begun[0]?.reject(new Error('input/output error'));
  for (const promise of [failed, waiting, afterCommit(), all()])
    await expect(promise).rejects.toMatchObject({ cause: { message: 'input/output error' } });
  expect(begun).toHaveLength(1);
});

const setting = (name: string) => ({ name, value: '1' });

async function openStore() {
  const disk = makeDisk();
  const store = await openSqliteStore(':memory:', { openLog: async () => disk.log });
  const write = (name: string) =>
    store.commit((db) => db.insertInto('settings').values(setting(name)).execute());
  const names = async () =>
    (await store.read((db) => db.selectFrom('settings').select('name').orderBy('name').execute())).map(
      (row) => row.name,
    );
  return { disk, store, write, names };
}

test('neither who wrote nor who reads nor who listens is told of what is not yet durable', async () => {
  const { disk, store, write, names } = await openStore();
  let told = 0;
  store.onCommit(() => {
    told += 1;
  });
  const begun = disk.next();
  const written = write('a');
  await begun;
  const read = names();
  expect([await resolved({ written, read }), told]).toEqual([[], 0]);
  disk.begun[0]?.resolve();
  expect(await read).toEqual(['a']);
  expect([await resolved({ written }), told]).toEqual([['written'], 1]);
  await store.close();
});

test('the next works are done while the disk is busy with those before', async () => {
  const { disk, store, write, names } = await openStore();
  const first = disk.next();
  const a = write('a');
  await first;
  const ran = Promise.withResolvers<void>();
  const b = store.commit(async (db) => {
    await db.insertInto('settings').values(setting('b')).execute();
    ran.resolve();
  });
  await ran.promise;
  expect(await resolved({ a, b })).toEqual([]);
  const second = disk.next();
  disk.begun[0]?.resolve();
  await second;
  disk.begun[1]?.resolve();
  await Promise.all([a, b]);
  expect(await names()).toEqual(['a', 'b']);
  await store.close();
});

test('a work that was refused waits as well: it may have seen what is not yet durable', async () => {
  const { disk, store, write } = await openStore();
  const begun = disk.next();
  const written = write('a');
  const refused = write('a').catch((error: Error) => error.message);
  await begun;
  expect(await resolved({ written, refused })).toEqual([]);
  disk.begun[0]?.resolve();
  expect(await refused).toContain('UNIQUE');
  await written;
  await store.close();
});

test('when the disk fails nothing more is acknowledged, and the reason is told', async () => {
  const { disk, write, names } = await openStore();
  const begun = disk.next();
  const written = write('a').catch((error: Error) => error);
  await begun;
  disk.begun[0]?.reject(new Error('input/output error'));
  const failure = { name: 'DiskFailedError', cause: { message: 'input/output error' } };
  expect(await written).toMatchObject(failure);
  await expect(write('b')).rejects.toMatchObject(failure);
  await expect(names()).rejects.toMatchObject(failure);
});
