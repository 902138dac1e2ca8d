import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Component } from '../../../engine/index.ts';
import { keptComponents } from '../../../server/store/kept-components.ts';
import { openSqliteStore } from '../../../server/store/open-sqlite.ts';
import { findComponent, insertComponent, updateComponent } from '../../../server/store/queries/components.ts';
import { lineageOf } from '../../../server/store/queries/facts.ts';
import type { Db } from '../../../server/store/schema.ts';

const changed = { at: '2026-01-01T00:00:00.000Z', by: 'system' };
const nobody = { ownerId: null, managerId: null, zone: null, holidayRegion: null };
const city: Component = { ...nobody, id: 'city', parentId: null, kind: 'organisation', name: 'City' };
const permits: Component = { ...nobody, id: 'permits', parentId: 'city', kind: 'team', name: 'Permits' };

async function openCity() {
  const store = await openSqliteStore(':memory:');
  await store.commit(async (db) => {
    await insertComponent(db, city, changed);
    await insertComponent(db, permits, changed);
  });
  return store;
}

const names = async (db: Db) => (await lineageOf(db, 'permits')).map(({ name }) => name);
const rename = (db: Db, name: string) => updateComponent(db, { ...city, name }, changed);

test('a component that nobody changes is read once', async () => {
  const store = await openCity();
  const look = () => store.read((db) => findComponent(db, 'city'));
  const first = await look();
  expect(first).toMatchObject(city);
  expect(await look()).toBe(first);
  await store.commit((db) => db.insertInto('settings').values({ name: 'other', value: '1' }).execute());
  expect(await look()).toBe(first);
  await store.close();
});

test('a change is seen at once by the work that makes it, and by others when it is committed', async () => {
  const store = await openCity();
  expect(await store.read(names)).toEqual(['Permits', 'City']);
  const within = await store.commit(async (db) => {
    await rename(db, 'Town');
    return names(db);
  });
  expect(within).toEqual(['Permits', 'Town']);
  expect(await store.read(names)).toEqual(['Permits', 'Town']);
  await store.close();
});

test('a change that is undone is not seen by anybody who comes later', async () => {
  const store = await openCity();
  const failing = store.commit(async (db) => {
    await rename(db, 'Undone');
    expect(await names(db)).toEqual(['Permits', 'Undone']);
    throw new Error('no');
  });
  const beside = store.commit(names);
  await expect(failing).rejects.toThrow('no');
  expect(await beside).toEqual(['Permits', 'City']);
  const rehearsed = await store.rehearse(async (db) => {
    await rename(db, 'Rehearsed');
    return names(db);
  });
  expect(rehearsed).toEqual(['Permits', 'Rehearsed']);
  expect(await store.read(names)).toEqual(['Permits', 'City']);
  await store.close();
});

test('however a component is written, the next look sees it', async () => {
  const store = await openCity();
  const writes = [
    store.db.updateTable('components').set({ name: 'By hand' }).where('id', '=', 'city'),
    store.db.deleteFrom('components').where('id', '=', 'permits'),
    store.db.insertInto('components').values({ ...permits, name: 'New', createdAt: changed.at }),
  ];
  const seen: string[][] = [];
  for (const write of writes) {
    // What was written by hand is kept from the next commit on.
    await store.commit(names);
    await store.read(names);
    await write.execute();
    seen.push(await store.read(names));
  }
  expect(seen).toEqual([['Permits', 'By hand'], [], ['New', 'By hand']]);
  await store.close();
});

test('a row that was read before a change is not kept after it', async () => {
  const store = await openCity();
  const before = keptComponents(store.db);
  await store.commit((db) => rename(db, 'Town'));
  before?.set('city', city);
  expect(await store.read(names)).toEqual(['Permits', 'Town']);
  await store.close();
});

test('whatever is done at the same time, nobody sees a name that the row does not have', async () => {
  const store = await openCity();
  let made = 0;
  const agree = async (db: Db): Promise<void> => {
    const city = db.selectFrom('components').select('name').where('id', '=', 'city');
    const { name } = await city.executeTakeFirstOrThrow();
    expect((await findComponent(db, 'city'))?.name).toBe(name);
  };
  const change = async (db: Db): Promise<void> => {
    await agree(db);
    await rename(db, `Name ${++made}`);
    await agree(db);
  };
  const changeInVain = async (db: Db): Promise<never> => {
    await change(db);
    throw new Error('undone');
  };
  const acts = {
    rename: () => store.commit(change),
    rehearse: () => store.rehearse(change),
    fail: () => expect(store.commit(changeInVain)).rejects.toThrow('undone'),
    look: () => store.read((db) => findComponent(db, 'city')),
    lookWithin: () => store.commit(agree),
  };
  const kind = fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[]));
  const round = fc.array(kind, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(round, { maxLength: 8 }), async (rounds) => {
      for (const kinds of rounds) {
        await Promise.all(kinds.map((kind) => acts[kind]()));
        await store.read(agree);
      }
    }),
    { numRuns: 100 },
  );
  await store.close();
});
