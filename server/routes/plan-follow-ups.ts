// /plans/{id}/follow-ups: whether each intervention of the plan worked, by the rounds after it.
import { createRoute } from '@hono/zod-openapi';
import { followUp } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { listInterventions, listScores } from '../store/queries/awards.ts';
import { requireReadable } from './plan-sight.ts';
import { idParam } from './wire/common.ts';
import { followUpsWire } from './wire/follow-ups.ts';

const read = createRoute({
  method: 'get',
  path: '/{id}/follow-ups',
  operationId: 'readPlanFollowUps',
  tags: ['Plans'],
  request: { params: idParam },
  responses: answers(200, 'Each intervention with the appraisals before and after it', followUpsWire),
});

export const planFollowUps = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { id } = c.req.valid('param');
    const items = await deps.store.read(async (db) => {
      const { review } = await requireReadable(deps, db, { actor: c.var.actor, id });
      const rounds = await listScores(db, id);
      return (await listInterventions(db, id))
        .filter(({ at }) => review === null || at < review.at)
        .map((one) => ({ ...one, ...followUp(one.at, rounds) }));
    });
    return c.json({ items }, 200);
  });
