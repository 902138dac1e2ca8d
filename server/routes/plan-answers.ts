// /plans/{id}/answers: what raters answered, as far as it tells on nobody who was promised that it does not.
import { createRoute } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { readAnswers, recordLook } from '../runtime/feedback/read-answers.ts';
import { changesFor } from '../runtime/raters/present-changes.ts';
import { answersHeldFrom } from '../runtime/ratings/rating-sight.ts';
import { findComponent } from '../store/queries/components.ts';
import { findPlan } from '../store/queries/plans.ts';
import { requireSight } from './plan-sight.ts';
import { idParam } from './wire/common.ts';
import { answersWire } from './wire/feedback.ts';

const read = createRoute({
  method: 'get',
  path: '/{id}/answers',
  operationId: 'readPlanAnswers',
  tags: ['Feedback'],
  description:
    'In confidential launches HR reads who said what, which is on record; whom it is about never does.',
  request: { params: idParam },
  responses: answers(200, 'The answers of each round', answersWire),
});

export const planAnswers = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { actor } = c.var;
    const { id: planId } = c.req.valid('param');
    const given = await deps.store.read(async (db) => {
      await requireSight(db, { actor, permission: 'plans.read', id: planId });
      const plan = (await findPlan(db, planId))?.plan;
      if (!plan) throw notFound('plan');
      const { componentId, cycleId, cycleVersion: version } = plan;
      const ownerId = (await findComponent(db, componentId))?.ownerId ?? null;
      const looking = { actor, plan: { id: planId, componentId, cycleId, version } };
      const unreleased = await answersHeldFrom(deps, db, looking);
      const changes = await changesFor(db, { planId, ownerId, actor });
      return { ...(await readAnswers(db, { planId, ownerId, actor, unreleased })), changes };
    });
    const names = given.rounds.some(({ named }) => named.length > 0);
    if (given.anonymity === 'confidential' && names && actor.roles.includes('hr'))
      await deps.store.commit((db) => recordLook(db, { planId, actor, at: deps.clock.now() }));
    return c.json(given, 200);
  });
