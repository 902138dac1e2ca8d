// /deliveries: what was sent to subscriptions, what waits and what was given up.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { sendAgain } from '../runtime/deliveries/subscriptions.ts';
import { findDelivery, listDeliveries } from '../store/queries/deliveries.ts';
import { listAttempts } from '../store/queries/delivery-attempts.ts';
import { attemptWire, deliveryWire } from './wire/automations.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { fromCursor, toCursor } from './wire/cursor.ts';

const tags = ['Automations'];
const query = pageQuery.extend({
  subscriptionId: z.string().optional(),
  state: z.enum(['waiting', 'delivered', 'dead']).optional(),
  planId: z.string().optional(),
  eventType: z.string().optional(),
});
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listDeliveries',
  tags,
  request: { query },
  responses: answers(200, 'Deliveries, newest first', pageOf(deliveryWire)),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readDelivery',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The delivery with the body that is sent', deliveryWire),
});
const again = createRoute({
  method: 'post',
  path: '/{id}/redeliver',
  operationId: 'redeliver',
  tags,
  request: { params: idParam },
  responses: answers(202, 'The delivery, on its way once more with the same id', deliveryWire),
});

const attempts = createRoute({
  method: 'get',
  path: '/{id}/attempts',
  operationId: 'listDeliveryAttempts',
  tags,
  request: { params: idParam },
  responses: answers(
    200,
    'The latest 50 attempts, newest first; of an answer its status is kept and nothing else',
    z.object({ items: z.array(attemptWire) }),
  ),
});

export const deliveries = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'automations.read');
      const { cursor, limit, ...filter } = c.req.valid('query');
      const parts = fromCursor(cursor, 2);
      const before = parts && { at: parts[0] ?? '', id: parts[1] ?? '' };
      const items = await deps.store.read((db) => listDeliveries(db, filter, { before, limit }));
      const last = items.length === limit ? items.at(-1) : undefined;
      return c.json({ items, nextCursor: last ? toCursor(last.createdAt, last.id) : null }, 200);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'automations.read');
      const delivery = await deps.store.read((db) => findDelivery(db, c.req.valid('param').id));
      if (!delivery) throw notFound('delivery');
      return c.json(delivery, 200);
    })
    .openapi(attempts, async (c) => {
      authorize(c.var.actor, 'automations.read');
      const { id } = c.req.valid('param');
      const items = await deps.store.read(async (db) =>
        (await findDelivery(db, id)) ? listAttempts(db, id, 50) : null,
      );
      if (!items) throw notFound('delivery');
      return c.json({ items }, 200);
    })
    .openapi(again, async (c) => {
      authorize(c.var.actor, 'automations.change');
      return c.json(await sendAgain(deps, c.req.valid('param').id, c.var.actor), 202);
    });
