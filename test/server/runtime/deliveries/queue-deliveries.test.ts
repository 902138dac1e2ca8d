import { expect, test } from 'vitest';
import { matchesPattern, queueDeliveries } from '../../../../server/runtime/deliveries/queue-deliveries.ts';
import { openSqliteStore } from '../../../../server/store/open-sqlite.ts';
import { insertSubscription, setSubscriptionActive } from '../../../../server/store/queries/subscriptions.ts';

const at = '2026-01-05T09:00:00.000Z';
const moved = (n: number) => ({
  type: 'plan.moved',
  planId: 'p1',
  componentId: 'dob',
  data: { revision: n },
  at,
  idSeed: `p1:${n}:moved`,
});

async function subscribed(...wishes: string[][]) {
  const store = await openSqliteStore(':memory:');
  await store.commit(async (db) => {
    for (const [index, events] of wishes.entries()) {
      await insertSubscription(db, {
        id: `s${index}`,
        url: 'https://hear.example',
        events,
        secret: 'whsec_x',
        description: '',
        active: true,
        createdAt: at,
      });
    }
  });
  const all = () =>
    store.read((db) =>
      db.selectFrom('deliveries').selectAll().orderBy('subscriptionId').orderBy('planSeq').execute(),
    );
  return { store, all };
}

test.each([
  ['plan.moved', '*', true],
  ['plan.moved', 'plan.*', true],
  ['plan.moved', 'plan.moved', true],
  ['plan.moved', 'plan', false],
  ['planet.moved', 'plan.*', false],
  ['task.opened', 'plan.*', false],
])('%s is heard by %s: %s', (type, pattern, heard) => {
  expect(matchesPattern(type, pattern)).toBe(heard);
});

test('each subscription that wishes so gets its own delivery, numbered without gaps per plan', async () => {
  const { store, all } = await subscribed(['plan.*'], ['task.opened']);
  await store.commit((db) =>
    queueDeliveries(db, moved(1), { ...moved(1), type: 'task.opened', idSeed: 't1' }, moved(2)),
  );
  const rows = await all();
  expect(
    rows.map(({ subscriptionId, eventType, planSeq, state, attempts }) => ({
      subscriptionId,
      eventType,
      planSeq,
      state,
      attempts,
    })),
  ).toEqual([
    { subscriptionId: 's0', eventType: 'plan.moved', planSeq: 1, state: 'waiting', attempts: 0 },
    { subscriptionId: 's0', eventType: 'plan.moved', planSeq: 2, state: 'waiting', attempts: 0 },
    { subscriptionId: 's1', eventType: 'task.opened', planSeq: 1, state: 'waiting', attempts: 0 },
  ]);
});

test('the body is a CloudEvent with the id of its delivery', async () => {
  const { store, all } = await subscribed(['*']);
  await store.commit((db) => queueDeliveries(db, moved(7)));
  const [row] = await all();
  expect(JSON.parse(row!.body)).toEqual({
    specversion: '1.0',
    id: row!.id,
    type: 'plan.moved',
    source: '/cyclewright',
    subject: 'plans/p1',
    time: at,
    data: { planId: 'p1', componentId: 'dob', planSeq: 1, revision: 7 },
  });
});

test('the same happening has the same id on every run, and another for each subscription', async () => {
  const ids = async () => {
    const { store, all } = await subscribed(['*'], ['*']);
    await store.commit((db) => queueDeliveries(db, moved(1)));
    return (await all()).map((row) => row.id);
  };
  const [first, second] = [await ids(), await ids()];
  expect(first).toEqual(second);
  expect(new Set(first).size).toBe(2);
});

test('a subscription that was paused gets nothing', async () => {
  const { store, all } = await subscribed(['*']);
  await store.commit((db) => setSubscriptionActive(db, 's0', false));
  await store.commit((db) => queueDeliveries(db, moved(1)));
  expect(await all()).toEqual([]);
});
