// Backups and the state of the server: what is copied while others write, what it holds, and how it becomes a data folder again.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from '../../../server/data-folder.ts';
import { makeBackups } from '../../../server/store/backups/backups.ts';
import { restoreBackup } from '../../../server/store/backups/restore.ts';
import { firstBrokenAuditLine } from '../../../server/store/queries/records.ts';
import { makeTestApp, makeTestDeps, makeTestFolder } from '../../support/server.ts';

const backups = '/api/v1/backups';

/** A data folder on the disk with a person, a subscription and a draft. */
async function withData() {
  const path = await makeTestFolder();
  const folder = await openDataFolder(path);
  const deps = { ...(await makeTestDeps()), ...folder };
  const app = await makeTestApp(undefined, deps);
  await app.send('POST', '/api/v1/people', { id: 'bob', name: 'Bob', email: 'b@x.org', roles: ['employee'] });
  await app.send('POST', '/api/v1/subscriptions', { url: 'http://127.0.0.1:9/', events: ['*'] });
  await writeFile(join(path, 'cycles', 'my-own.cycle.json'), 'not a cycle, and kept as it is');
  return { ...app, path, folder };
}

test('a backup holds the database and the drafts, is listed, read and removed', async () => {
  const { app, send, path, folder } = await withData();
  const made = await send('POST', backups, {});
  expect([made.status, made.body]).toEqual([
    201,
    expect.objectContaining({ name: 'backup-2026-01-05T09-00-00-000Z.db', people: 1, drafts: 1 }),
  ]);
  expect((await send('GET', backups)).body.items).toEqual([made.body]);
  const file = await app.request(`${backups}/${made.body.name}/file`);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(
    await readFile(join(path, 'backups', made.body.name)),
  );
  expect((await stat(join(path, 'backups', made.body.name))).mode & 0o077).toBe(0);
  expect((await send('DELETE', `${backups}/${made.body.name}`)).status).toBe(200);
  expect((await send('DELETE', `${backups}/${made.body.name}`)).status).toBe(404);
  const trail = (await send('GET', '/api/v1/audit?action=backup')).body.items;
  expect(trail.map(({ action }: { action: string }) => action)).toEqual([
    'backup.remove',
    'backup.download',
    'backup.make',
  ]);
  await folder.close();
});

test('no name leads out of the folder of backups', async () => {
  const { send, folder } = await withData();
  for (const name of ['..%2Fcyclewright.db', '..%2F..%2Fetc%2Fpasswd', 'cookie-secret', 'backup-x.db'])
    expect((await send('GET', `${backups}/${name}/file`)).status).toBe(404);
  await folder.close();
});

test('restored it is the folder as it was then: sound, with its drafts, and sends nothing before it may', async () => {
  const { send, path, folder } = await withData();
  const { body } = await send('POST', backups, {});
  await send('PATCH', '/api/v1/people/bob', { name: 'Robert' });
  await folder.close();
  const into = join(await makeTestFolder(), 'restored');
  const restored = restoreBackup(join(path, 'backups', body.name), into);
  expect(restored).toMatchObject({ people: 1, drafts: 1, paused: 1 });
  expect(await readFile(join(into, 'cycles', 'my-own.cycle.json'), 'utf8')).toContain('kept as it is');
  const again = await openDataFolder(into);
  const found = await again.store.read(async (db) => ({
    people: await db.selectFrom('people').select('name').execute(),
    active: await db.selectFrom('subscriptions').select('active').execute(),
    broken: await firstBrokenAuditLine(db),
  }));
  expect(found).toEqual({ people: [{ name: 'Bob' }], active: [{ active: 0 }], broken: null });
  await again.close();
  expect(() => restoreBackup(join(path, 'backups', body.name), into)).toThrow('holds a database already');
});

test('what was damaged or is no backup is refused, and leaves no database behind', async () => {
  const { send, path, folder } = await withData();
  const { body } = await send('POST', backups, {});
  await folder.close();
  const file = join(path, 'backups', body.name);
  const content = await readFile(file);
  // Pages behind the first, where tables and indexes are.
  content.fill(0x5a, 4096 * 3, 4096 * 12);
  const damaged = join(path, 'damaged.db');
  await writeFile(damaged, content);
  const into = join(await makeTestFolder(), 'restored');
  expect(() => restoreBackup(damaged, into)).toThrow('cannot be restored');
  expect(() => restoreBackup(join(path, 'cyclewright.db'), into)).toThrow('no backup of Cyclewright');
  expect((await readdir(into)).filter((name) => name.includes('.db'))).toEqual([]);
});

test('a backup made while others write is as the store was at one instant', async () => {
  const { deps, send, path, folder } = await withData();
  const writing = Array.from({ length: 300 }, (_, index) =>
    deps.store.commit(async (db) => {
      const line = { at: deps.clock.now(), detail: '{}', prevHash: '', hash: '' };
      const actor = `writer-${index}`;
      await db
        .insertInto('audit')
        .values([
          { ...line, actor, action: 'one', resource: 'x'.repeat(2_000) },
          { ...line, actor, action: 'two', resource: 'x'.repeat(2_000) },
        ])
        .execute();
    }),
  );
  const [made] = await Promise.all([send('POST', backups, {}), ...writing]);
  expect(made.status).toBe(201);
  await folder.close();
  const into = join(await makeTestFolder(), 'restored');
  restoreBackup(join(path, 'backups', made.body.name), into);
  const again = await openDataFolder(into);
  const rows = await again.store.read((db) =>
    db
      .selectFrom('audit')
      .select(['actor', 'action'])
      .where('actor', 'like', 'writer-%')
      .orderBy('seq')
      .execute(),
  );
  const writers = rows.filter(({ action }) => action === 'one').map(({ actor }) => actor);
  expect(rows.length).toBe(writers.length * 2);
  expect(writers).toEqual(writers.map((_, index) => `writer-${index}`));
  await again.close();
});

test('one that cannot be written leaves nothing and is told; two at a time are one', async () => {
  const deps = await makeTestDeps();
  const folder = await makeTestFolder();
  const parts = { folder, draftsFolder: folder, version: 'test' };
  const full = makeBackups({
    ...parts,
    copyTo: async () => {
      throw new Error('disk full');
    },
  });
  const { send } = await makeTestApp(undefined, { ...deps, backups: full });
  expect((await send('POST', backups, {})).status).toBe(503);
  expect(await readdir(folder)).toEqual([]);
  const both = await makeTestApp();
  const answers = await Promise.all([both.send('POST', backups, {}), both.send('POST', backups, {})]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test('the state of the server tells its size, what waits and the last backup', async () => {
  const { deps, send, folder } = await withData();
  const before = (await send('GET', '/api/v1/system')).body;
  expect(before.lastBackup).toBeNull();
  expect(before.storeBytes).toBeGreaterThan(100_000);
  expect(before.queues.deliveries).toEqual({ waiting: 0, givenUp: 0, failingSubscriptions: 0 });
  const [subscription] = (await send('GET', '/api/v1/subscriptions')).body.items;
  await send('POST', `/api/v1/subscriptions/${subscription.id}/test`, {});
  const timer = { planId: 'p', kind: 'after', name: 'x', activation: 1, data: '{}' };
  const at = deps.clock.now();
  await deps.store.commit(async (db) => {
    await db
      .insertInto('deliveryAttempts')
      .values({
        deliveryId: 'd',
        subscriptionId: subscription.id,
        at,
        milliseconds: 5,
        status: null,
        problem: 'Nobody answered.',
      })
      .execute();
    await db
      .insertInto('timers')
      .values([
        { ...timer, id: 't1', dueAt: at },
        { ...timer, id: 't2', dueAt: '2026-03-01T00:00:00.000Z' },
      ])
      .execute();
  });
  await send('POST', backups, {});
  const after = (await send('GET', '/api/v1/system')).body;
  expect(after.queues).toMatchObject({
    timers: { armed: 2, due: 1, nextAt: at },
    deliveries: { waiting: 1, failingSubscriptions: 1 },
  });
  expect(after.lastBackup).toMatchObject({ madeAt: at });
  await folder.close();
});
