// /retention: how long things are kept, and how much would go.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { changeRetention, countGoing } from '../runtime/admin/retention.ts';
import { totalKept } from '../store/queries/plan-keeping.ts';
import { readRetention } from '../store/queries/settings.ts';
import { retentionCountsWire, retentionWire } from './wire/admin.ts';
import { plansRetentionWire } from './wire/keeping.ts';

const tags = ['Administration'];
const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readRetention',
  tags,
  responses: answers(200, 'Days that each kind is kept; null is for good', retentionWire),
});
const plans = createRoute({
  method: 'get',
  path: '/plans',
  operationId: 'readRetentionOfPlans',
  tags,
  responses: answers(
    200,
    'Of ended plans: what goes as their cycles say, and what has gone',
    plansRetentionWire,
  ),
});
const preview = createRoute({
  method: 'post',
  path: '/preview',
  operationId: 'previewRetention',
  tags,
  request: { body: jsonBody(retentionWire) },
  responses: answers(200, 'How many of each kind would go now; nothing goes', retentionCountsWire),
});
const change = createRoute({
  method: 'put',
  path: '/',
  operationId: 'changeRetention',
  tags,
  request: { body: jsonBody(retentionWire) },
  responses: answers(200, 'What is kept from now on. What is older goes within the hour', retentionWire),
});

export const retention = (deps: Deps) =>
  createRouter()
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'settings.change');
      return c.json(await deps.store.read(readRetention), 200);
    })
    .openapi(plans, async (c) => {
      authorize(c.var.actor, 'settings.change');
      return c.json(await deps.store.read(totalKept), 200);
    })
    .openapi(preview, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const wish = c.req.valid('json');
      return c.json(await deps.store.read((db) => countGoing(db, deps.clock.now(), wish)), 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'settings.change');
      await changeRetention(deps, c.var.actor, c.req.valid('json'));
      return c.json(c.req.valid('json'), 200);
    });
