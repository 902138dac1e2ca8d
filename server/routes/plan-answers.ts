// /plans/{id}/answers: what raters answered, as far as it tells on nobody who was promised that it does not.
import { createRoute } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { answerSight } from '../runtime/feedback/answer-sight.ts';
import { readAnswers, recordRead } from '../runtime/feedback/read-answers.ts';
import { personRefs } from '../runtime/present/person-names.ts';
import { changesFor } from '../runtime/raters/present-changes.ts';
import { findComponent } from '../store/queries/components.ts';
import { findPlan } from '../store/queries/plans.ts';
import { requireSight } from './plan-sight.ts';
import { idParam, z } from './wire/common.ts';
import { answersWire } from './wire/feedback.ts';

const read = createRoute({
  method: 'get',
  path: '/{id}/answers',
  operationId: 'readPlanAnswers',
  tags: ['Feedback'],
  description:
    'In confidential launches HR reads who said what, which is on record; whom it is about never does. They read each round first: who leads them reads it once they have, or the plan has gone on, or 14 days are over.',
  request: {
    params: idParam,
    query: z.object({
      /** false: rounds that whom they are about has not opened yet stay closed, and are counted. */
      open: z.enum(['true', 'false']).default('true'),
    }),
  },
  responses: answers(200, 'The answers of each round', answersWire),
});

export const planAnswers = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { actor } = c.var;
    const { id: planId } = c.req.valid('param');
    const { changes, ...found } = await deps.store.read(async (db) => {
      await requireSight(db, { actor, permission: 'plans.read', id: planId });
      const plan = (await findPlan(db, planId))?.plan;
      if (!plan) throw notFound('plan');
      const { componentId, cycleId, cycleVersion: version, round } = plan;
      const ownerId = (await findComponent(db, componentId))?.ownerId ?? null;
      const owner = ownerId === null ? null : (await personRefs(db, [ownerId]))(ownerId);
      const looking = { actor, plan: { id: planId, componentId, cycleId, version, round } };
      const sight = await answerSight(deps, db, { ...looking, ownerId });
      const opens = c.req.valid('query').open === 'true';
      const given = await readAnswers(db, { planId, componentId, owner, actor, sight, opens });
      return { owner, componentId, sight, given, changes: await changesFor(db, { planId, ownerId, actor }) };
    });
    await recordRead(deps.store, { ...found, planId, actor, at: deps.clock.now() });
    return c.json({ ...found.given, changes }, 200);
  });
