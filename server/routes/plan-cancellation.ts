// /plans/{id}/cancel: HR ends a plan before its time, and says why.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { ifMatchParameter, revisionOf, tagOf } from '../http/etag.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { cancelPlan } from '../runtime/plans/cancel-plan.ts';
import { idParam } from './wire/common.ts';
import { cancelPlanWire, stepWire } from './wire/plans.ts';

const cancel = createRoute({
  method: 'post',
  path: '/{id}/cancel',
  operationId: 'cancelPlan',
  tags: ['Plans'],
  parameters: [ifMatchParameter],
  request: { params: idParam, body: jsonBody(cancelPlanWire) },
  responses: answers(
    200,
    'The plan where its cycle puts cancelled plans, and what the step asked for',
    stepWire,
  ),
});

export const planCancellation = (deps: Deps) =>
  createRouter().openapi(cancel, async (c) => {
    const { actor } = c.var;
    authorize(actor, 'plans.cancel');
    const { id: planId } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const expectedRevision = revisionOf(c.req.header('if-match'));
    const { plan, effects } = await cancelPlan(deps, { planId, reason, actor, expectedRevision });
    c.header('etag', tagOf(plan.revision));
    return c.json({ plan, effects }, 200);
  });
