// /plans/{id}/operation: for who keeps plans running. It is only looked at: a timer fires by itself, or its cycle says
// otherwise, so that the history tells all that moved a plan.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { presentOperation } from '../runtime/present/present-operation.ts';
import { requireReadable } from './plan-sight.ts';
import { idParam } from './wire/common.ts';
import { planOperationWire } from './wire/plan-operation.ts';

const read = createRoute({
  method: 'get',
  path: '/{id}/operation',
  operationId: 'readPlanOperation',
  tags: ['Plans'],
  request: { params: idParam },
  responses: answers(
    200,
    'Its variables, its timers by instant, and its steps that failed',
    planOperationWire,
  ),
});

export const planOperation = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { actor } = c.var;
    authorize(actor, 'incidents.read');
    const { id } = c.req.valid('param');
    const found = await deps.store.read(async (db) =>
      presentOperation(deps, db, await requireReadable(deps, db, { actor, id })),
    );
    return c.json(found, 200);
  });
