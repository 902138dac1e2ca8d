import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../server/access/actor.ts';
import { queueDeliveries } from '../../../server/runtime/deliveries/queue-deliveries.ts';
import { admin, makeTestApp, makeTestDeps } from '../../support/server.ts';

const wish = {
  url: 'https://hooks.example.com/in',
  events: ['plan.*'],
  description: 'To the data warehouse',
};
const path = '/api/v1/subscriptions';

async function subscribed() {
  const app = await makeTestApp();
  const { body } = await app.send('POST', path, wish);
  const happen = (n: number) =>
    app.deps.store.commit((db) =>
      queueDeliveries(db, {
        type: 'plan.moved',
        planId: 'p1',
        componentId: 'dob',
        data: {},
        at: app.deps.clock.now(),
        idSeed: `e${n}`,
      }),
    );
  return { ...app, made: body, id: body.id as string, happen };
}

describe('a subscription', () => {
  test('is made with a secret of 32 bytes that is told once', async () => {
    const { send, made, id } = await subscribed();
    expect(Buffer.from(made.secret.replace('whsec_', ''), 'base64').length).toBe(32);
    const { secret: _, ...known } = made;
    expect(known).toEqual({
      id,
      ...wish,
      active: true,
      createdAt: '2026-01-05T09:00:00.000Z',
      delivered: 0,
      failed: 0,
      lastAttempt: null,
    });
    expect((await send('GET', `${path}/${id}`)).body).toEqual(known);
    expect((await send('GET', path)).body).toEqual({ items: [known], nextCursor: null });
  });

  test('sent twice with one key is made once', async () => {
    const { send } = await makeTestApp();
    const first = await send('POST', path, wish, { 'idempotency-key': 'k1' });
    const second = await send('POST', path, wish, { 'idempotency-key': 'k1' });
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expect((await send('GET', path)).body.items.length).toBe(1);
  });

  test.each([
    [{ ...wish, url: 'nowhere' }, '/url'],
    [{ ...wish, events: [] }, '/events'],
    [{ ...wish, events: ['plan.*.x'] }, '/events/0'],
    [{ ...wish, secret: 'mine' }, ''],
    [{ ...wish, active: false }, ''],
  ])('%j is refused with its place', async (body, pointer) => {
    const { send } = await makeTestApp();
    const answer = await send('POST', path, body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
    expect((await send('GET', path)).body.items).toEqual([]);
  });

  test('of a server that others can reach does not lead inside its network', async () => {
    const deps = await makeTestDeps();
    const { send } = await makeTestApp(admin, { ...deps, site: { loopback: false, clean: true } });
    const answer = await send('POST', path, { ...wish, url: 'https://169.254.169.254/latest' });
    expect([answer.status, answer.body.errors[0]]).toEqual([
      422,
      {
        pointer: '/url',
        detail: 'This address is not public. CYCLEWRIGHT_ALLOW_PRIVATE_WEBHOOKS=1 allows it.',
      },
    ]);
  });

  test('is changed and paused; the same change again gives the same answer', async () => {
    const { send, id } = await subscribed();
    const change = { events: ['*'], active: false };
    const first = await send('PATCH', `${path}/${id}`, change);
    const second = await send('PATCH', `${path}/${id}`, change);
    expect([first.status, first.body.events, first.body.active, first.body.url]).toEqual([
      200,
      ['*'],
      false,
      wish.url,
    ]);
    expect(second.body).toEqual(first.body);
  });

  test('is removed with its deliveries, and is then not there', async () => {
    const { send, id, happen } = await subscribed();
    await happen(1);
    expect((await send('DELETE', `${path}/${id}`)).status).toBe(200);
    expect((await send('DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await send('GET', '/api/v1/deliveries')).body.items).toEqual([]);
  });

  test('is tried with an event of no meaning', async () => {
    const { send, id } = await subscribed();
    const answer = await send('POST', `${path}/${id}/test`);
    expect([answer.status, answer.body.eventType, answer.body.state]).toEqual([
      202,
      'subscription.test',
      'waiting',
    ]);
    expect(JSON.parse(answer.body.body)).toMatchObject({
      id: answer.body.id,
      type: 'subscription.test',
      specversion: '1.0',
    });
    await send('PATCH', `${path}/${id}`, { active: false });
    expect((await send('POST', `${path}/${id}/test`)).status).toBe(409);
    expect((await send('POST', `${path}/nope/test`)).status).toBe(404);
  });

  test('is nothing that anybody but an admin may see or change', async () => {
    const { deps, id } = await subscribed();
    for (const role of ['designer', 'manager', 'employee', 'hr'] as const) {
      const actor: Actor = { id: 'x', name: 'X', roles: [role] };
      const { send } = await makeTestApp(actor, deps);
      const statuses = [
        (await send('GET', path)).status,
        (await send('POST', path, wish)).status,
        (await send('GET', `${path}/${id}`)).status,
        (await send('PATCH', `${path}/${id}`, { active: false })).status,
        (await send('DELETE', `${path}/${id}`)).status,
        (await send('POST', `${path}/${id}/test`)).status,
        (await send('GET', '/api/v1/deliveries')).status,
        (await send('POST', '/api/v1/deliveries/x/redeliver')).status,
      ];
      expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 403, 403]);
    }
  });
});

describe('deliveries', () => {
  test('are listed newest first, in pages and by their state', async () => {
    const { send, happen, deps } = await subscribed();
    for (let n = 1; n <= 3; n++) {
      deps.clock.advance(1000);
      await happen(n);
    }
    const first = await send('GET', '/api/v1/deliveries?limit=2');
    const rest = await send('GET', `/api/v1/deliveries?limit=2&cursor=${first.body.nextCursor}`);
    const seqs = (answer: typeof first) => answer.body.items.map((one: { planSeq: number }) => one.planSeq);
    expect([seqs(first), seqs(rest), rest.body.nextCursor]).toEqual([[3, 2], [1], null]);
    expect((await send('GET', '/api/v1/deliveries?state=dead')).body.items).toEqual([]);
    expect((await send('GET', '/api/v1/deliveries?cursor=x')).status).toBe(400);
  });

  test('that were given up are sent once more as they were, however often that is asked for', async () => {
    const { send, happen, deps, id } = await subscribed();
    await happen(1);
    const [before] = (await send('GET', '/api/v1/deliveries')).body.items;
    await deps.store.commit((db) =>
      db.updateTable('deliveries').set({ state: 'dead', attempts: 10, settledAt: 'x' }).execute(),
    );
    expect((await send('GET', `${path}/${id}`)).body.failed).toBe(1);
    const first = await send('POST', `/api/v1/deliveries/${before.id}/redeliver`);
    const second = await send('POST', `/api/v1/deliveries/${before.id}/redeliver`);
    expect([first.status, second.status, first.body]).toEqual([202, 202, before]);
    expect(second.body).toEqual(first.body);
    expect((await send('POST', '/api/v1/deliveries/nope/redeliver')).status).toBe(404);
  });
});

describe('what was given up', () => {
  const dead = (app: Awaited<ReturnType<typeof subscribed>>) =>
    app.deps.store.commit((db) =>
      db.updateTable('deliveries').set({ state: 'dead', attempts: 10, settledAt: 'x' }).execute(),
    );

  test('since an instant is sent again with the ids that it had, once', async () => {
    const app = await subscribed();
    const { send, id, deps, happen } = app;
    await happen(1);
    deps.clock.set('2026-01-06T09:00:00.000Z');
    await happen(2);
    await dead(app);
    const before = (await send('GET', '/api/v1/deliveries')).body.items;
    const since = { since: '2026-01-06T00:00:00+01:00' };
    expect(await send('POST', `${path}/${id}/redeliver`, since)).toMatchObject({
      status: 202,
      body: { count: 1 },
    });
    expect(await send('POST', `${path}/${id}/redeliver`, since)).toMatchObject({
      status: 202,
      body: { count: 0 },
    });
    const after = (await send('GET', '/api/v1/deliveries')).body.items;
    expect(after).toEqual([
      { ...before[0], state: 'waiting', attempts: 0, nextAt: '2026-01-06T09:00:00.000Z', settledAt: null },
      before[1],
    ]);
    expect(await send('POST', `${path}/${id}/redeliver`, {})).toMatchObject({ body: { count: 1 } });
  });

  test('is not sent to a subscription that is paused', async () => {
    const app = await subscribed();
    const { send, id, happen } = app;
    await happen(1);
    await dead(app);
    await send('PATCH', `${path}/${id}`, { active: false });
    expect((await send('POST', `${path}/${id}/redeliver`, {})).status).toBe(409);
    expect((await send('GET', '/api/v1/deliveries?state=dead')).body.items.length).toBe(1);
  });
});
