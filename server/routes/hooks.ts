// /hooks/{id}: where sources send their messages. No one signs in here: each message is signed.
import { createRoute, z } from '@hono/zod-openapi';
import { jsonSchema, makeEvaluator } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { checkJson } from '../http/bodies.ts';
import { answers, createRouter } from '../http/router.ts';
import { takeMessage } from '../runtime/sources/take-message.ts';
import { hookAnswerWire } from './wire/automations.ts';
import { idParam } from './wire/common.ts';

const take = createRoute({
  method: 'post',
  path: '/{id}',
  operationId: 'takeMessage',
  tags: ['Automations'],
  description:
    'Signed as Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature over the raw body.',
  security: [],
  request: {
    params: idParam,
    headers: z.object({
      'webhook-id': z.string().optional(),
      'webhook-timestamp': z.string().optional(),
      'webhook-signature': z.string().optional(),
    }),
  },
  responses: answers(200, 'Taken; sent again it has no further effect', hookAnswerWire),
});

/** @throws ProblemError bad-request. */
function parse(text: string) {
  checkJson(text);
  return jsonSchema.parse(JSON.parse(text));
}

export const hooks = (deps: Deps) => {
  const evaluator = makeEvaluator();
  return createRouter().openapi(take, async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const message = { sourceId: c.req.valid('param').id, headers: c.req.raw.headers, body };
    return c.json(await takeMessage(deps, message, { evaluator, parse }), 200);
  });
};
