// /ratings: releasing what was judged. /plans/{id}/appraisal: what was, and what came of it.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { readAppraisal } from '../runtime/ratings/read-appraisal.ts';
import { releaseRatings } from '../runtime/ratings/release-ratings.ts';
import { requireReadable } from './plan-sight.ts';
import { idParam } from './wire/common.ts';
import { appraisalWire, releaseAnswerWire, releaseWire } from './wire/ratings.ts';

const tags = ['Ratings'];
const release = createRoute({
  method: 'post',
  path: '/release',
  operationId: 'releaseRatings',
  tags,
  description:
    'Lets those whom they are about read their ratings. Each plan answers for itself; the answer is 200 also when some refuse.',
  request: { body: jsonBody(releaseWire) },
  responses: answers(200, 'What each plan answered', releaseAnswerWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}/appraisal',
  operationId: 'readAppraisal',
  tags,
  request: { params: idParam },
  responses: answers(
    200,
    'Each version of the rating with who and why, its release, acknowledgement and disputes',
    appraisalWire,
  ),
});

export const ratings = (deps: Deps) =>
  createRouter().openapi(release, async (c) => {
    const { actor } = c.var;
    authorize(actor, 'ratings.release');
    const { planIds, note, confirmed = [] } = c.req.valid('json');
    const items = await releaseRatings(deps, planIds, { actor, note, confirmed: new Set(confirmed) });
    const done = items.filter(({ outcome }) => outcome === 'done').length;
    return c.json({ done, refused: items.length - done, items }, 200);
  });

export const planAppraisal = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { id } = c.req.valid('param');
    const { actor } = c.var;
    const found = await deps.store.read(async (db) => {
      const { plan, review } = await requireReadable(deps, db, { actor, id });
      return readAppraisal(deps, db, { plan, heldFrom: review?.since ?? null, actor });
    });
    return c.json(found, 200);
  });
