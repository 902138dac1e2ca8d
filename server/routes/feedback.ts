// /feedback: what people tell each other, received and given.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { replyTo, thank } from '../runtime/feedback/answer-feedback.ts';
import { feedbackSightOf } from '../runtime/feedback/feedback-sight.ts';
import { giveFeedback } from '../runtime/feedback/give-feedback.ts';
import { presentFeedback } from '../runtime/feedback/present-feedback.ts';
import { findFeedback, pageFeedback } from '../store/queries/feedback.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';
import { feedbackQuery, feedbackWire, newFeedbackWire, replyWire } from './wire/feedback.ts';

const tags = ['Feedback'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listFeedback',
  tags,
  request: { query: feedbackQuery },
  responses: answers(200, 'Feedback that the reader may see, newest first', pageOf(feedbackWire)),
});
const take = createRoute({
  method: 'get',
  path: '/export',
  operationId: 'exportFeedback',
  tags,
  description: 'What the reader gave and received, to take along. Private notes are not part of it.',
  request: { query: pageQuery },
  responses: answers(200, 'Feedback without private notes, newest first', pageOf(feedbackWire)),
});
const give = createRoute({
  method: 'post',
  path: '/',
  operationId: 'giveFeedback',
  tags,
  description:
    'To a person, or to whoever answers for a component. What would hurt is not taken: FB-01 and FB-02.',
  request: { body: jsonBody(newFeedbackWire) },
  responses: answers(201, 'The feedback', feedbackWire),
});
const reply = createRoute({
  method: 'post',
  path: '/{id}/replies',
  operationId: 'replyToFeedback',
  tags,
  request: { params: idParam, body: jsonBody(replyWire) },
  responses: answers(201, 'The feedback with the reply', feedbackWire),
});
const thanks = createRoute({
  method: 'post',
  path: '/{id}/thanks',
  operationId: 'thankForFeedback',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The feedback; thanked for again it stays as it is', feedbackWire),
});

/** @throws ProblemError not-found. */
async function readOne({ store }: Deps, id: string, actor: Actor) {
  return store.read(async (db) => {
    const row = await findFeedback(db, id, await feedbackSightOf(db, actor));
    const [presented] = row ? await presentFeedback(db, [row], actor.id) : [];
    if (!presented) throw notFound('feedback');
    return presented;
  });
}

const reading = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { cursor, limit, ...filter } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const page = { before: beforeOf(cursor), limit };
        const rows = await pageFeedback(db, await feedbackSightOf(db, actor), { filter, page });
        return presentFeedback(db, rows, actor.id);
      });
      return c.json({ items, nextCursor: nextCursor(items, limit, (last) => [last.at, last.id]) }, 200);
    })
    .openapi(take, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { cursor, limit } = c.req.valid('query');
      const sight = { personId: actor.id, componentIds: new Set<string>(), ownPosts: new Set<string>() };
      const items = await deps.store.read(async (db) => {
        const page = { before: beforeOf(cursor), limit, shared: true };
        return presentFeedback(db, await pageFeedback(db, sight, { filter: {}, page }), actor.id);
      });
      return c.json({ items, nextCursor: nextCursor(items, limit, (last) => [last.at, last.id]) }, 200);
    });

export const feedback = (deps: Deps) =>
  reading(deps)
    .openapi(give, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const id = await giveFeedback(deps, actor, c.req.valid('json'));
      return c.json(await readOne(deps, id, actor), 201);
    })
    .openapi(reply, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { id } = c.req.valid('param');
      await replyTo(deps, actor, { id, ...c.req.valid('json') });
      return c.json(await readOne(deps, id, actor), 201);
    })
    .openapi(thanks, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { id } = c.req.valid('param');
      await thank(deps, actor, id);
      return c.json(await readOne(deps, id, actor), 200);
    });
