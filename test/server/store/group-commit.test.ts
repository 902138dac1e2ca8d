import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/open-sqlite.ts';
import { insertPerson } from '../../../server/store/queries/people.ts';
import type { Db } from '../../../server/store/schema.ts';

const setting = (name: string) => ({ name, value: '1' });

test('works that wait together are all durable when they resolve', async () => {
  const store = await openSqliteStore(':memory:');
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      store.commit((db) => db.insertInto('settings').values(setting(name)).execute()),
    ),
  );
  const rows = await store.read((db) => db.selectFrom('settings').select('name').orderBy('name').execute());
  expect(rows.map((row) => row.name)).toEqual(['a', 'b', 'c']);
  await store.close();
});

test('works that keep arriving go into one commit, and nobody waits longer for them than two milliseconds', async () => {
  let at = 0;
  const { commit, onCommit, close } = await openSqliteStore(':memory:', { now: () => at });
  let commits = 0;
  onCommit(() => commits++);
  const work = async () => undefined;
  /** In one turn after the other, so many, each so long after the one before. */
  const arriving = async (count: number, apart: number): Promise<void> => {
    if (count === 0) return;
    const next = new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        at += apart;
        arriving(count - 1, apart).then(resolve, reject);
      });
    });
    await Promise.all([next, commit(work)]);
  };
  await arriving(6, 0);
  expect(commits).toBe(1);
  await arriving(6, 1);
  expect(commits).toBe(3);
  await close();
});

test('a work that throws is undone alone', async () => {
  const store = await openSqliteStore(':memory:');
  const good = store.commit((db) => db.insertInto('settings').values(setting('kept')).execute());
  const bad = store.commit(async (db) => {
    await db.insertInto('settings').values(setting('undone')).execute();
    throw new Error('no');
  });
  await good;
  await expect(bad).rejects.toThrow('no');
  const rows = await store.read((db) => db.selectFrom('settings').select('name').execute());
  expect(rows).toEqual([{ name: 'kept' }]);
  await store.close();
});

test('what is rehearsed among other works gives what it saw, and nothing of it is kept', async () => {
  const store = await openSqliteStore(':memory:');
  let commits = 0;
  store.onCommit(() => commits++);
  const names = (db: Db) => db.selectFrom('settings').select('name').orderBy('name').execute();
  const rehearse = () =>
    store.rehearse(async (db) => {
      await db.insertInto('settings').values(setting('tried')).execute();
      return names(db);
    });
  const add = (name: string) =>
    store.commit((db) => db.insertInto('settings').values(setting(name)).execute());
  const [, seen] = await Promise.all([add('before'), rehearse(), add('with')]);
  expect(seen).toEqual([{ name: 'before' }, { name: 'tried' }]);
  expect(await store.read(names)).toEqual([{ name: 'before' }, { name: 'with' }]);
  expect([await rehearse().then((rows) => rows.length), commits]).toEqual([3, 1]);
  await store.close();
});

test('a rehearsal that fails says why, as the work itself would', async () => {
  const store = await openSqliteStore(':memory:');
  await expect(store.rehearse(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await store.close();
});

/** How often each of three works ran whose second one fails, and what of them is there afterwards. */
async function runBesideOneThatFails(failing: (db: Db) => Promise<void>) {
  const store = await openSqliteStore(':memory:');
  const runs = { before: 0, failing: 0, after: 0 };
  const write = (name: 'before' | 'after') =>
    store.commit(async (db) => {
      runs[name] += 1;
      await db.insertInto('settings').values(setting(name)).execute();
    });
  const bad = store.commit(async (db) => {
    runs.failing += 1;
    await failing(db);
    throw new Error('no');
  });
  const ended = await Promise.allSettled([write('before'), bad, write('after')]);
  const rows = await store.read((db) => db.selectFrom('settings').select('name').orderBy('name').execute());
  await store.close();
  return { runs, ended: ended.map(({ status }) => status), kept: rows.map(({ name }) => name) };
}

test.for<[name: string, failing: (db: Db) => Promise<void>]>([
  ['before it wrote anything', async (db) => void (await db.selectFrom('settings').select('name').execute())],
  [
    'after it wrote',
    async (db) => void (await db.insertInto('settings').values(setting('undone')).execute()),
  ],
])('a work that fails %s costs the others nothing', async ([, failing]) => {
  const { runs, ended, kept } = await runBesideOneThatFails(failing);
  expect(runs).toEqual({ before: 1, failing: 1, after: 1 });
  expect([ended, kept]).toEqual([
    ['fulfilled', 'rejected', 'fulfilled'],
    ['after', 'before'],
  ]);
});

test('works beyond a long queue are told at once to come again, and the others are kept', async () => {
  const store = await openSqliteStore(':memory:');
  const works = Array.from({ length: 2_010 }, (_, index) =>
    store.commit((db) =>
      db
        .insertInto('settings')
        .values(setting(`s${index}`))
        .execute(),
    ),
  );
  const settled = await Promise.allSettled(works);
  const refused = settled.filter((result) => result.status === 'rejected');
  expect(refused.map((result) => result.reason.name)).toEqual(Array(10).fill('StoreUnavailableError'));
  const { count } = await store.read((db) =>
    db
      .selectFrom('settings')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  expect(count).toBe(2_000);
  await store.close();
});

test('on a full disk nothing is acknowledged, the reason is told, and with space again all goes on', async () => {
  const store = await openSqliteStore(':memory:');
  const limit = (pages: number) => sql.raw(`pragma max_page_count = ${pages}`).execute(store.db);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  await limit((rows[0]?.page_count ?? 0) + 3);
  const write = (id: string) =>
    store.commit((db) => insertPerson(db, { id, name: 'x'.repeat(9_000), email: id, roles: [] }, ''));
  const people = () => store.read((db) => db.selectFrom('people').select('id').execute());
  const full = await Promise.allSettled(['a', 'b', 'c'].map(write));
  expect(full.map((one) => one.status === 'rejected' && one.reason.cause.message)).toEqual(
    Array(3).fill('database or disk is full'),
  );
  expect(await people()).toEqual([]);
  await limit(10_000);
  await write('d');
  expect((await people()).map(({ id }) => id)).toEqual(['d']);
  await store.close();
});

test('long works do not share a commit, so that those who read have their turn between them', async () => {
  let at = 0;
  const { db, commit, onCommit, close } = await openSqliteStore(':memory:', { now: () => at });
  const seen: string[] = [];
  const names = async (inside: typeof db) =>
    (await inside.selectFrom('settings').select('name').orderBy('name').execute()).map((row) => row.name);
  onCommit(() => seen.push('commit'));
  const taking = (milliseconds: number, name: string) =>
    commit(async (inside) => {
      at += milliseconds;
      await inside.insertInto('settings').values(setting(name)).execute();
    });
  await Promise.all([taking(60, 'a'), taking(20, 'b'), taking(20, 'c'), taking(20, 'd'), taking(1, 'e')]);
  expect(seen).toEqual(['commit', 'commit', 'commit']);
  const both = [taking(60, 'f'), taking(60, 'g')];
  await both[0];
  expect([await names(db), await Promise.all(both)]).toEqual([
    ['a', 'b', 'c', 'd', 'e', 'f'],
    [undefined, undefined],
  ]);
  expect(await names(db)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  await close();
});

test('works that had to wait for the next commit keep their order', async () => {
  let at = 0;
  const { commit, close } = await openSqliteStore(':memory:', { now: () => at });
  const order: number[] = [];
  const works = Array.from({ length: 20 }, (_, index) =>
    commit(async () => {
      at += 30;
      order.push(index);
      if (index === 3) void commit(async () => void order.push(20));
    }),
  );
  await Promise.all(works);
  await commit(async () => undefined);
  expect(order).toEqual(Array.from({ length: 21 }, (_, index) => index));
  await close();
});
