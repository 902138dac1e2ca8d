// What is kept how long: nothing goes unasked, it is counted before, and what must stay together stays together.
import { expect, test } from 'vitest';
import { makeRetention } from '../../../server/runtime/admin/retention.ts';
import { firstBrokenAuditLine } from '../../../server/store/queries/records.ts';
import type { Db } from '../../../server/store/schema.ts';
import { makeTestApp } from '../../support/server.ts';

const forGood = { notifications: null, deliveries: null, mails: null, drafts: null, feed: null, audit: null };
const [old, recent] = ['2025-06-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'];

const delivery = (id: string, planSeq: number | null, at: string, state = 'delivered') => ({
  id,
  subscriptionId: 's',
  planId: planSeq === null ? null : 'p1',
  planSeq,
  eventType: 'plan.moved',
  body: '{}',
  state,
  attempts: 1,
  nextAt: at,
  leaseUntil: null,
  fence: 0,
  lastStatus: 204,
  lastProblem: null,
  createdAt: at,
  settledAt: state === 'waiting' ? null : at,
});

async function fill(db: Db): Promise<void> {
  const notice = { personId: 'bob', planId: null, requestId: null, place: null, message: 'x', readAt: null };
  await db
    .insertInto('notifications')
    .values([
      { ...notice, id: 'n1', at: old },
      { ...notice, id: 'n2', at: recent },
    ])
    .execute();
  await db
    .insertInto('deliveries')
    .values([
      delivery('d1', 1, old),
      delivery('d2', 2, old, 'dead'),
      delivery('d3', 3, old),
      delivery('d4', null, old),
      delivery('d5', null, old, 'waiting'),
    ])
    .execute();
  await db
    .insertInto('deliveryAttempts')
    .values(
      ['d1', 'd3'].map((deliveryId) => ({
        deliveryId,
        subscriptionId: 's',
        at: old,
        milliseconds: 1,
        status: 204,
        problem: null,
      })),
    )
    .execute();
}

async function filled() {
  const app = await makeTestApp();
  await app.deps.store.commit(fill);
  const { turn } = makeRetention(app.deps);
  /** Until there is nothing to do for a while. */
  const run = async () => {
    while ((await turn()) === 0);
  };
  const ids = (table: 'notifications' | 'deliveries') =>
    app.deps.store.read(async (db) =>
      (await db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id),
    );
  return { ...app, turn, run, ids };
}

test('before anybody has said so everything is kept', async () => {
  const { send, run, ids } = await filled();
  expect((await send('GET', '/api/v1/retention')).body).toEqual(forGood);
  await run();
  expect([await ids('notifications'), await ids('deliveries')]).toEqual([
    ['n1', 'n2'],
    ['d1', 'd2', 'd3', 'd4', 'd5'],
  ]);
});

test('what would go is counted, and exactly that goes; the latest delivery of a plan and what waits stay', async () => {
  const { deps, send, run, ids } = await filled();
  const wish = { ...forGood, notifications: 90, deliveries: 90 };
  const counts = { notifications: 1, deliveries: 3, mails: 0, drafts: 0, feed: 0, audit: 0 };
  expect((await send('POST', '/api/v1/retention/preview', wish)).body).toEqual(counts);
  await run();
  expect(await ids('notifications')).toEqual(['n1', 'n2']);
  for (const _ of [1, 2]) expect((await send('PUT', '/api/v1/retention', wish)).status).toBe(200);
  deps.clock.advance(60 * 60 * 1000);
  await run();
  expect([await ids('notifications'), await ids('deliveries')]).toEqual([['n2'], ['d3', 'd5']]);
  const attempts = await deps.store.read((db) =>
    db.selectFrom('deliveryAttempts').select('deliveryId').execute(),
  );
  expect(attempts).toEqual([{ deliveryId: 'd3' }]);
  expect((await send('POST', '/api/v1/retention/preview', wish)).body).toEqual({
    ...counts,
    notifications: 0,
    deliveries: 0,
  });
  const [applied, , changed] = (await send('GET', '/api/v1/audit?action=retention')).body.items;
  expect(applied).toMatchObject({
    actor: { id: 'system' },
    detail: { removed: { notifications: 1, deliveries: 3 } },
  });
  expect(changed.detail).toEqual({
    before: { notifications: null, deliveries: null },
    after: { notifications: 90, deliveries: 90 },
  });
});

test('the audit trail still follows line from line after its beginning has gone, and a line taken out shows', async () => {
  const { deps, send, run } = await filled();
  for (const name of ['A', 'B', 'C']) await send('POST', '/api/v1/components', { kind: 'team', name });
  deps.clock.set('2026-06-01T00:00:00.000Z');
  await send('POST', '/api/v1/components', { kind: 'team', name: 'D' });
  await send('PUT', '/api/v1/retention', { ...forGood, audit: 90 });
  await run();
  const chain = async () => (await send('GET', '/api/v1/audit/chain')).body;
  expect(await chain()).toEqual({ lines: 3, firstBroken: null });
  await deps.store.commit((db) => db.deleteFrom('audit').where('seq', '=', 4).execute());
  expect(await deps.store.read(firstBrokenAuditLine)).toBe(5);
});

test('thousands go lot by lot, and between two hours a turn touches nothing', async () => {
  const { deps, send, turn } = await filled();
  await deps.store.commit(async (db) => {
    const notice = { personId: 'b', planId: null, requestId: null, place: null, message: 'x', readAt: null };
    for (let lot = 0; lot < 5; lot++)
      await db
        .insertInto('notifications')
        .values(Array.from({ length: 500 }, (_, n) => ({ ...notice, id: `m${lot}-${n}`, at: old })))
        .execute();
  });
  await send('PUT', '/api/v1/retention', { ...forGood, notifications: 30 });
  const waits = [await turn(), await turn(), await turn(), await turn()];
  expect(waits).toEqual([0, 0, 0, 3_600_000]);
  let commits = 0;
  deps.store.onCommit(() => commits++);
  deps.clock.advance(1_000);
  expect(await turn()).toBe(3_599_000);
  expect(commits).toBe(0);
});

test.for([
  ['audit', 30],
  ['deliveries', 1],
  ['notifications', 0],
] as const)('%s cannot be kept for as little as %d days', async ([kind, days]) => {
  const { send } = await makeTestApp();
  expect((await send('PUT', '/api/v1/retention', { ...forGood, [kind]: days })).status).toBe(422);
});
