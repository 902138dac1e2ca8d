// /features: which parts of the product this organisation uses.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { changeFeatures } from '../runtime/admin/change-features.ts';
import { readFeatures } from '../store/queries/settings.ts';
import { featuresWire } from './wire/admin.ts';

const tags = ['Administration'];
const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readFeatures',
  tags,
  responses: answers(200, 'What is used', featuresWire),
});
const change = createRoute({
  method: 'put',
  path: '/',
  operationId: 'changeFeatures',
  tags,
  description:
    'What is turned off is in no screen, and its routes answer 403. Nothing of it is deleted: turned on again it is there as it was.',
  request: { body: jsonBody(featuresWire) },
  responses: answers(200, 'What is used from now on', featuresWire),
});

export const featureSwitches = (deps: Deps) =>
  createRouter()
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'settings.change');
      return c.json(await deps.store.read(readFeatures), 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'settings.change');
      await changeFeatures(deps, c.var.actor, c.req.valid('json'));
      return c.json(c.req.valid('json'), 200);
    });
