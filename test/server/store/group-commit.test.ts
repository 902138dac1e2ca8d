import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/open-sqlite.ts';

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
