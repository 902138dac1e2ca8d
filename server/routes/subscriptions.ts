// /subscriptions: standing wishes to hear of events by webhook.
import { createRoute } from '@hono/zod-openapi';
import { canonicalInstant } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  sendFailedAgain,
  sendTest,
} from '../runtime/deliveries/subscriptions.ts';
import { countSettled } from '../store/queries/deliveries.ts';
import { latestAttempts } from '../store/queries/delivery-attempts.ts';
import { findSubscription, listSubscriptions, type Subscription } from '../store/queries/subscriptions.ts';
import type { Db } from '../store/schema.ts';
import {
  deliveryWire,
  madeSubscriptionWire,
  newSubscriptionWire,
  redeliveredWire,
  redeliverWire,
  subscriptionPatchWire,
  subscriptionWire,
} from './wire/automations.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';

const tags = ['Automations'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listSubscriptions',
  tags,
  request: { query: pageQuery },
  responses: answers(200, 'Subscriptions in the order of their ids', pageOf(subscriptionWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createSubscription',
  tags,
  request: { body: jsonBody(newSubscriptionWire) },
  responses: answers(201, 'The subscription with its secret, told only now', madeSubscriptionWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readSubscription',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The subscription', subscriptionWire),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeSubscription',
  tags,
  request: { params: idParam, body: jsonBody(subscriptionPatchWire) },
  responses: answers(200, 'The changed subscription', subscriptionWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'removeSubscription',
  tags,
  request: { params: idParam },
  responses: answers(200, 'It is gone, and its deliveries with it', z.object({ id: z.string() })),
});
const test = createRoute({
  method: 'post',
  path: '/{id}/test',
  operationId: 'testSubscription',
  tags,
  request: { params: idParam },
  responses: answers(202, 'The test delivery, on its way', deliveryWire),
});

const redeliver = createRoute({
  method: 'post',
  path: '/{id}/redeliver',
  operationId: 'redeliverFailed',
  tags,
  request: { params: idParam, body: jsonBody(redeliverWire) },
  responses: answers(
    202,
    'How many are on their way once more, each with the id that it had',
    redeliveredWire,
  ),
});

async function withCounts(db: Db, subscriptions: Subscription[]) {
  const ids = subscriptions.map(({ id }) => id);
  const counts = await countSettled(db, ids);
  const latest = await latestAttempts(db, ids);
  return subscriptions.map((one) => ({
    ...one,
    ...(counts.get(one.id) ?? { delivered: 0, failed: 0 }),
    lastAttempt: latest.get(one.id) ?? null,
  }));
}

async function readOne({ store }: Deps, id: string) {
  const found = await store.read(async (db) => {
    const subscription = await findSubscription(db, id);
    return subscription ? withCounts(db, [subscription]) : [];
  });
  if (!found[0]) throw notFound('subscription');
  return found[0];
}

export const subscriptions = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'automations.read');
      const { cursor, limit } = c.req.valid('query');
      const items = await deps.store.read(async (db) =>
        withCounts(db, await listSubscriptions(db, { after: cursor ?? '', limit })),
      );
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(create, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'automations.change');
      const made = await createSubscription(deps, { wish: c.req.valid('json'), actor });
      return c.json({ ...made, delivered: 0, failed: 0, lastAttempt: null }, 201);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'automations.read');
      return c.json(await readOne(deps, c.req.valid('param').id), 200);
    })
    .openapi(change, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'automations.change');
      const { id } = c.req.valid('param');
      const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
      await changeSubscription(deps, id, { patch: Object.fromEntries(given), actor });
      return c.json(await readOne(deps, id), 200);
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'automations.change');
      const { id } = c.req.valid('param');
      await deleteSubscription(deps, id, c.var.actor);
      return c.json({ id }, 200);
    })
    .openapi(test, async (c) => {
      authorize(c.var.actor, 'automations.change');
      return c.json(await sendTest(deps, c.req.valid('param').id, c.var.actor), 202);
    })
    .openapi(redeliver, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'automations.change');
      const { since } = c.req.valid('json');
      const instant = since === null ? null : canonicalInstant(since);
      const count = await sendFailedAgain(deps, c.req.valid('param').id, { since: instant, actor });
      return c.json({ count }, 202);
    });
