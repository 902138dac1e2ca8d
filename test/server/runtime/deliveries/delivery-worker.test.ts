import { Webhook } from 'standardwebhooks';
import { describe, expect, test, vi } from 'vitest';
import { makeDeliveryWorker } from '../../../../server/runtime/deliveries/delivery-worker.ts';
import type { Answer, Post, Poster } from '../../../../server/runtime/deliveries/post.ts';
import { queueDeliveries } from '../../../../server/runtime/deliveries/queue-deliveries.ts';
import { makeWebhookSecret } from '../../../../server/runtime/deliveries/webhook-signature.ts';
import { listAttempts } from '../../../../server/store/queries/delivery-attempts.ts';
import { leaseDue, settleLease } from '../../../../server/store/queries/delivery-leases.ts';
import { insertSubscription, setSubscriptionActive } from '../../../../server/store/queries/subscriptions.ts';
import { makeFakeScheduler } from '../../../support/fake-scheduler.ts';
import { makeTestDeps } from '../../../support/server.ts';

const secret = makeWebhookSecret();
const answered = (status: number, retryAfter?: string): Answer => ({ kind: 'answered', status, retryAfter });

async function withReceiver(answer: (post: Post, attempt: number) => Answer | Promise<Answer>) {
  const deps = await makeTestDeps();
  const posts: Post[] = [];
  const poster: Poster = {
    post: async (post, signal) => {
      posts.push(post);
      const given = await answer(post, posts.length);
      return signal.aborted ? { kind: 'stopped' } : given;
    },
    close: async () => undefined,
  };
  const { scheduler, elapse } = makeFakeScheduler();
  const worker = makeDeliveryWorker({ deps, poster, scheduler, random: () => 1 });
  const createdAt = deps.clock.now();
  const subscribe = (id: string) =>
    deps.store.commit((db) =>
      insertSubscription(db, {
        id,
        url: `https://${id}.example/`,
        events: ['*'],
        secret,
        description: '',
        active: true,
        createdAt,
      }),
    );
  const happen = (n: number) =>
    deps.store.commit((db) =>
      queueDeliveries(db, {
        type: 'plan.moved',
        planId: 'p1',
        componentId: 'dob',
        data: { revision: n },
        at: deps.clock.now(),
        idSeed: `e${n}`,
      }),
    );
  const rows = () =>
    deps.store.read((db) => db.selectFrom('deliveries').selectAll().orderBy('planSeq').execute());
  const sendDue = () => worker.sendDue(deps.clock.now());
  return { deps, posts, worker, subscribe, happen, rows, sendDue, elapse };
}

/** A receiver as its author would write it: verifies, and takes each id once. */
function makeReceiver() {
  const taken = new Map<string, unknown>();
  return {
    taken,
    take({ headers, body }: Post, at: string): number {
      vi.useFakeTimers({ now: Date.parse(at), toFake: ['Date'] });
      try {
        const event = new Webhook(secret).verify(body, headers);
        const id = String(headers['webhook-id']);
        if (!taken.has(id)) taken.set(id, event);
        return 204;
      } finally {
        vi.useRealTimers();
      }
    },
  };
}

describe('a delivery', () => {
  test('is signed over the very bytes that were stored, with its id and the time of sending', async () => {
    const receiver = makeReceiver();
    const at = '2026-01-05T09:00:00.000Z';
    const { subscribe, happen, sendDue, posts, rows } = await withReceiver((post) =>
      answered(receiver.take(post, at)),
    );
    await subscribe('s1');
    await happen(1);
    expect(await sendDue()).toBe(1);
    const [row] = await rows();
    expect(posts[0]?.body).toBe(row?.body);
    expect(posts[0]?.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': row?.id,
      'webhook-timestamp': String(Date.parse(at) / 1000),
    });
    expect([...receiver.taken.keys()]).toEqual([row?.id]);
    expect(row).toMatchObject({
      state: 'delivered',
      attempts: 1,
      lastStatus: 204,
      lastProblem: null,
      settledAt: at,
    });
    expect(await sendDue()).toBe(0);
  });

  test('is tried ten times over the whole schedule, always the same bytes, and then given up', async () => {
    const { subscribe, happen, sendDue, deps, rows, posts } = await withReceiver(() => answered(500));
    await subscribe('s1');
    await happen(1);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await sendDue()).toBe(1);
      const [row] = await rows();
      if (row?.state !== 'waiting') break;
      waits.push((Date.parse(row.nextAt) - Date.parse(deps.clock.now())) / 1000);
      deps.clock.set(new Date(Date.parse(row.nextAt) - 1).toISOString());
      expect(await sendDue()).toBe(0);
      deps.clock.set(row.nextAt);
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]);
    expect((await rows())[0]).toMatchObject({
      state: 'dead',
      attempts: 10,
      lastStatus: 500,
      lastProblem: 'The receiver answered 500.',
    });
    expect(new Set(posts.map((post) => `${post.headers['webhook-id']} ${post.body}`)).size).toBe(1);
    expect(new Set(posts.map((post) => post.headers['webhook-timestamp'])).size).toBe(10);
    const id = posts[0]?.headers['webhook-id'] ?? '';
    const attempts = await deps.store.read((db) => listAttempts(db, id, 50));
    expect(attempts.map(({ status }) => status)).toEqual(Array(10).fill(500));
    expect(attempts.at(-1)).toEqual({
      at: '2026-01-05T09:00:00.000Z',
      milliseconds: 0,
      status: 500,
      problem: 'The receiver answered 500.',
    });
  });

  test('that arrived twice counts once at a receiver that looks at its id', async () => {
    const receiver = makeReceiver();
    const { subscribe, happen, sendDue, deps, posts } = await withReceiver((post, attempt) => {
      receiver.take(post, deps.clock.now());
      return attempt === 1
        ? { kind: 'unreachable', problem: 'The receiver cut the connection.' }
        : answered(200);
    });
    await subscribe('s1');
    await happen(1);
    await sendDue();
    deps.clock.advance(5_000);
    await sendDue();
    expect([posts.length, receiver.taken.size]).toEqual([2, 1]);
  });

  test('waits as long as the receiver asks for', async () => {
    const { subscribe, happen, sendDue, rows } = await withReceiver(() => answered(429, '3600'));
    await subscribe('s1');
    await happen(1);
    await sendDue();
    expect((await rows())[0]?.nextAt).toBe('2026-01-05T10:00:00.000Z');
  });

  test('that is answered with 410 ends, pauses its subscription and tells the admins', async () => {
    const { subscribe, happen, sendDue, deps, rows } = await withReceiver(() => answered(410));
    await subscribe('s1');
    const ada = {
      id: 'ada',
      name: 'Ada',
      email: 'a@x.test',
      roles: '["admin"]',
      createdAt: deps.clock.now(),
    };
    await deps.store.commit((db) => db.insertInto('people').values(ada).execute());
    await happen(1);
    await sendDue();
    await happen(2);
    expect(await sendDue()).toBe(0);
    expect((await rows()).map(({ state, attempts }) => ({ state, attempts }))).toEqual([
      { state: 'dead', attempts: 1 },
    ]);
    const told = await deps.store.read((db) =>
      db.selectFrom('notifications').select(['personId', 'message']).execute(),
    );
    expect(told).toEqual([
      {
        personId: 'ada',
        message:
          'A delivery to s1.example was given up. The receiver answered 410: it wants no more. The subscription is paused. It can be sent again under Automations.',
      },
    ]);
  });

  test('waits while its subscription is paused, and goes with the same id once that goes on', async () => {
    const { subscribe, happen, sendDue, deps, rows, posts } = await withReceiver((_, attempt) =>
      answered(attempt === 1 ? 503 : 200),
    );
    const turn = (active: boolean) => deps.store.commit((db) => setSubscriptionActive(db, 's1', active));
    await subscribe('s1');
    await happen(1);
    await sendDue();
    await turn(false);
    deps.clock.advance(24 * 3_600_000);
    expect([await sendDue(), posts.length, (await rows())[0]?.state]).toEqual([0, 1, 'waiting']);
    await turn(true);
    expect([await sendDue(), (await rows())[0]?.state]).toEqual([1, 'delivered']);
    expect(new Set(posts.map((post) => post.headers['webhook-id'])).size).toBe(1);
  });

  test('is not followed to where a receiver redirects it', async () => {
    const { subscribe, happen, sendDue, rows } = await withReceiver(() => answered(301));
    await subscribe('s1');
    await happen(1);
    await sendDue();
    expect((await rows())[0]).toMatchObject({
      state: 'waiting',
      lastProblem: 'The receiver answered 301, a redirect; deliveries follow none. Change the URL.',
    });
  });
});

describe('the worker', () => {
  test('sends four at a time to one receiver, and to each receiver its own', async () => {
    const { subscribe, happen, sendDue } = await withReceiver(() => answered(200));
    await subscribe('s1');
    await subscribe('s2');
    for (let n = 1; n <= 5; n++) await happen(n);
    expect([await sendDue(), await sendDue(), await sendDue()]).toEqual([8, 2, 0]);
  });

  test('stops at once for a subscription that is paused while much is being sent', async () => {
    const { subscribe, happen, worker, deps, rows, elapse, posts } = await withReceiver(async () => {
      await deps.store.commit((db) => setSubscriptionActive(db, 's1', false));
      return answered(200);
    });
    await subscribe('s1');
    for (let n = 1; n <= 6; n++) await happen(n);
    worker.start();
    await vi.waitFor(async () => {
      elapse();
      expect((await rows()).filter(({ state }) => state === 'delivered').length).toBe(4);
    });
    await worker.stop();
    expect([posts.length, (await rows()).filter(({ state }) => state === 'waiting').length]).toEqual([4, 2]);
  });

  test('takes again what was being sent when a server died, once the lease has ended', async () => {
    const { subscribe, happen, sendDue, deps } = await withReceiver(() => answered(200));
    await subscribe('s1');
    await happen(1);
    const lease = { at: deps.clock.now(), until: '2026-01-05T09:01:00.000Z', limit: 4 };
    await deps.store.commit((db) => leaseDue(db, 's1', lease));
    expect(await sendDue()).toBe(0);
    deps.clock.set('2026-01-05T09:01:00.000Z');
    expect(await sendDue()).toBe(1);
  });

  test('who has lost the lease writes nothing over who has it now', async () => {
    const { subscribe, happen, deps, rows } = await withReceiver(() => answered(200));
    await subscribe('s1');
    await happen(1);
    const take = (at: string, until: string) =>
      deps.store.commit((db) => leaseDue(db, 's1', { at, until, limit: 4 }));
    const [first] = await take('2026-01-05T09:00:00.000Z', '2026-01-05T09:01:00.000Z');
    const [second] = await take('2026-01-05T09:01:00.000Z', '2026-01-05T09:02:00.000Z');
    const settle = (lease: NonNullable<typeof first>, state: 'dead' | 'delivered') =>
      deps.store.commit((db) =>
        settleLease(db, lease, { state, attempts: 1, lastStatus: 200, lastProblem: null, settledAt: null }),
      );
    expect([await settle(first!, 'dead'), await settle(second!, 'delivered')]).toEqual([false, true]);
    expect((await rows())[0]?.state).toBe('delivered');
  });

  test('sends by itself soon after what happened, and again when it is due', async () => {
    const { subscribe, happen, worker, deps, rows, elapse } = await withReceiver((_, attempt) =>
      answered(attempt === 1 ? 500 : 200),
    );
    await subscribe('s1');
    worker.start();
    await happen(1);
    await vi.waitFor(async () => {
      elapse();
      expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 });
    });
    deps.clock.advance(5_000);
    await vi.waitFor(async () => {
      elapse();
      expect((await rows())[0]).toMatchObject({ state: 'delivered', attempts: 2 });
    });
    await worker.stop();
  });

  test('is not held up by a receiver that does not answer', async () => {
    const held: (() => void)[] = [];
    const { subscribe, happen, worker, rows, elapse } = await withReceiver((post) =>
      post.url.includes('slow')
        ? new Promise((resolve) => held.push(() => resolve(answered(200))))
        : answered(200),
    );
    await subscribe('slow');
    await subscribe('quick');
    for (let n = 1; n <= 6; n++) await happen(n);
    worker.start();
    await vi.waitFor(async () => {
      elapse();
      const quick = (await rows()).filter((row) => row.subscriptionId === 'quick');
      expect(quick.map((row) => row.state)).toEqual(Array.from({ length: 6 }, () => 'delivered'));
    });
    const slow = (await rows()).filter((row) => row.subscriptionId === 'slow');
    expect(slow.map((row) => row.state)).toEqual(Array.from({ length: 6 }, () => 'waiting'));
    const stopped = worker.stop();
    for (const letGo of held) letGo();
    await stopped;
  });

  test('gives back what it was sending when it is stopped, without counting the attempt', async () => {
    let received = (): void => undefined;
    let answerNow = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      received = resolve;
    });
    const { subscribe, happen, worker, rows } = await withReceiver(() => {
      received();
      return new Promise((resolve) => {
        answerNow = () => resolve(answered(200));
      });
    });
    await subscribe('s1');
    await happen(1);
    worker.start();
    await arrived;
    const stopped = worker.stop();
    answerNow();
    await stopped;
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 0, leaseUntil: null });
  });
});
