// /feedback-requests: asking somebody for feedback; answered, declined or withdrawn.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { presentRequest } from '../runtime/feedback/present-feedback.ts';
import { endRequest, requestFeedback } from '../runtime/feedback/requests.ts';
import { findRequest, pageRequests } from '../store/queries/feedback-requests.ts';
import { idParam, pageOf } from './wire/common.ts';
import { declineWire, feedbackRequestWire, newRequestWire, requestQuery } from './wire/feedback.ts';

const tags = ['Feedback'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listFeedbackRequests',
  tags,
  request: { query: requestQuery },
  responses: answers(
    200,
    'What the reader is asked for, or has asked, newest first',
    pageOf(feedbackRequestWire),
  ),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'requestFeedback',
  tags,
  description: 'An answer is feedback with the id of the request.',
  request: { body: jsonBody(newRequestWire) },
  responses: answers(201, 'The request; who is asked has been told', feedbackRequestWire),
});
const decline = createRoute({
  method: 'post',
  path: '/{id}/decline',
  operationId: 'declineFeedbackRequest',
  tags,
  request: { params: idParam, body: jsonBody(declineWire) },
  responses: answers(200, 'The request, declined', feedbackRequestWire),
});
const withdraw = createRoute({
  method: 'post',
  path: '/{id}/withdraw',
  operationId: 'withdrawFeedbackRequest',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The request, withdrawn', feedbackRequestWire),
});

/** @throws ProblemError not-found. */
async function readOne({ store }: Deps, id: string, actor: Actor) {
  const row = await store.read((db) => findRequest(db, id, actor.id));
  if (!row) throw notFound('request');
  return presentRequest(row);
}

export const feedbackRequests = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { cursor, limit, ...given } = c.req.valid('query');
      const page = { before: beforeOf(cursor), limit };
      const rows = await deps.store.read((db) => pageRequests(db, { personId: actor.id, ...given }, page));
      const items = rows.map(presentRequest);
      return c.json({ items, nextCursor: nextCursor(items, limit, (last) => [last.at, last.id]) }, 200);
    })
    .openapi(create, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const id = await requestFeedback(deps, actor, c.req.valid('json'));
      return c.json(await readOne(deps, id, actor), 201);
    })
    .openapi(decline, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { id } = c.req.valid('param');
      const { reason = null } = c.req.valid('json');
      await endRequest(deps, actor, { id, state: 'declined', reason });
      return c.json(await readOne(deps, id, actor), 200);
    })
    .openapi(withdraw, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { id } = c.req.valid('param');
      await endRequest(deps, actor, { id, state: 'withdrawn', reason: null });
      return c.json(await readOne(deps, id, actor), 200);
    });
