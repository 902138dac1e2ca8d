// /plans: where each plan is, how it came there, what it waits for; and the door for events.
import { createRoute } from '@hono/zod-openapi';
import { describeTransitions, dimensions, outcomeSchema, outcomes } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { ifMatchParameter, revisionOf, tagOf } from '../http/etag.ts';
import { afterOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { afterwards } from '../reports/boards/behind.ts';
import { dispatch } from '../runtime/plans/dispatch.ts';
import { refuseEventOfOwn } from '../runtime/plans/owns-plan.ts';
import { progressNow } from '../runtime/plans/score-now.ts';
import { situationOf } from '../runtime/plans/step-plan.ts';
import { listPlans } from '../runtime/present/list-plans.ts';
import { presentHistory } from '../runtime/present/present-history.ts';
import { presentPlan } from '../runtime/present/present-plans.ts';
import { presentWhy } from '../runtime/present/present-why.ts';
import { refuseUnderReview } from '../runtime/ratings/refuse-under-review.ts';
import { scoreInVersions } from '../runtime/ratings/score-versions.ts';
import { pageHistory } from '../store/queries/history.ts';
import { findPlanInList } from '../store/queries/plan-list.ts';
import { planSorts } from '../store/queries/plan-order.ts';
import { requireFreeId, requireSendable } from './events-from-outside.ts';
import { requirePlan, requireReadable, requireSight } from './plan-sight.ts';
import { idParam, pageOf, pageQuery, sortBy, z } from './wire/common.ts';
import { historyLineWire, transitionWire, whyWire } from './wire/plan-history.ts';
import {
  planDetailWire,
  planProgressWire,
  planScoreWire,
  plansPageWire,
  sendEventWire,
  stepWire,
} from './wire/plans.ts';

const tags = ['Plans'];
const filter = pageQuery.extend({
  cycleId: z.string().optional(),
  componentId: z.string().optional(),
  stage: z.string().optional(),
  status: z.enum(['active', 'ended']).optional(),
  /** none: that have no outcome; with status=ended those that ended without one. */
  outcome: z.enum([...outcomes, 'none']).optional(),
  launchId: z.string().optional(),
  /** Words of the component's and the cycle's name. */
  q: z.string().max(200).optional(),
  version: z.coerce.number().int().min(1).optional(),
  /** Of components of this kind. */
  kind: z.string().max(40).optional(),
  /** The component and what is below it. */
  under: z.string().optional(),
  /** Of components that this person manages, by name or as the nearest manager above. */
  manager: z.string().optional(),
  /** Begun on this day or later, and on that day or before. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Rated in the end with these methods, and with these results, as a whole or in one of its goals. */
  methods: outcomeSchema.optional(),
  results: outcomeSchema.optional(),
  /** Appraised, with a goal of this dimension; none: with one that has none. */
  dimension: z.enum([...dimensions, 'none']).optional(),
  /** Appraised, with a goal, of that dimension if one is named, that came out so; none: that has no outcome. */
  goalOutcome: z.enum([...outcomes, 'none']).optional(),
  /** With this intervention or reward, as the board of effects calls it: kind, title and cause, as a list in JSON. */
  given: z.string().max(2_000).optional(),
  /** With one of these, or of any, after which it was appraised (any), and how that was beside the appraisal before. */
  after: z.enum(afterwards).optional(),
  /** reports: only plans that the reports count for the reader: by their place, and none that is under review about them. */
  counted: z.enum(['reports']).optional(),
  /** With an open task of this person. */
  owes: z.string().optional(),
  /** With an open task that is overdue. */
  late: z.enum(['true', 'false']).optional(),
  /** Of which a step failed, and nobody has decided yet what becomes of it. */
  stuck: z.enum(['true', 'false']).optional(),
  /** others: with an open task that is somebody else's; `q` is then searched in its title and the component's name. */
  waits: z.enum(['others']).optional(),
  /**
   * moved: what moved last first. urgent: what failed, then overdue longest, then due next, then standing longest.
   * Else a column of the list, with a minus the other way round.
   */
  sort: z.union([z.enum(['moved', 'urgent']), sortBy(...planSorts)]).default('moved'),
  /** true: the answer says how many there are in all, and where. */
  count: z.enum(['true', 'false']).optional(),
});
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listPlans',
  tags,
  request: { query: filter },
  responses: answers(200, 'Plans that the reader may see', plansPageWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readPlan',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The plan; its ETag is the revision', planDetailWire),
});
const history = createRoute({
  method: 'get',
  path: '/{id}/history',
  operationId: 'readPlanHistory',
  tags,
  request: { params: idParam, query: pageQuery },
  responses: answers(200, 'One line per revision, oldest first', pageOf(historyLineWire)),
});
const transitions = createRoute({
  method: 'get',
  path: '/{id}/transitions',
  operationId: 'readPlanTransitions',
  tags,
  request: { params: idParam },
  responses: answers(
    200,
    'What the plan waits for, and whether each guard would let it pass now',
    z.object({ items: z.array(transitionWire) }),
  ),
});
const score = createRoute({
  method: 'get',
  path: '/{id}/score',
  operationId: 'readPlanScore',
  tags,
  request: { params: idParam },
  responses: answers(
    200,
    'The score with all its parts: as appraised last, with what later figures come to; else as of now',
    planScoreWire,
  ),
});
const progress = createRoute({
  method: 'get',
  path: '/{id}/progress',
  operationId: 'readPlanProgress',
  tags,
  request: { params: idParam },
  responses: answers(
    200,
    'How far each measure has come, and what is to be expected by today',
    planProgressWire,
  ),
});
const why = createRoute({
  method: 'get',
  path: '/{id}/why',
  operationId: 'explainPlan',
  tags,
  request: { params: idParam },
  responses: answers(200, 'Why the plan is where it is: a chain of causes in sentences', whyWire),
});
const send = createRoute({
  method: 'post',
  path: '/{id}/events',
  operationId: 'sendEvent',
  tags,
  parameters: [ifMatchParameter],
  request: { params: idParam, body: jsonBody(sendEventWire) },
  responses: answers(200, 'The plan after the event, and what the step asked for', stepWire),
});

const reading = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const { actor } = c.var;
      return c.json(await listPlans(deps, actor, c.req.valid('query')), 200);
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param');
      const detail = await deps.store.read(async (db) => {
        const readable = await requireReadable(deps, db, { actor: c.var.actor, id });
        const inList = await findPlanInList(db, id);
        if (!inList) throw notFound('plan');
        return presentPlan(deps, db, { inList, ...readable, reader: c.var.actor });
      });
      c.header('etag', tagOf(detail.revision));
      return c.json(detail, 200);
    })
    .openapi(history, async (c) => {
      const { id } = c.req.valid('param');
      const { cursor, limit } = c.req.valid('query');
      const page = await deps.store.read(async (db) => {
        const readable = await requireReadable(deps, db, { actor: c.var.actor, id });
        const stored = await pageHistory(db, { planId: id, after: afterOf(cursor), limit });
        const items = await presentHistory(deps, db, { ...readable, stored, readerId: c.var.actor.id });
        return { items, nextCursor: nextCursor(stored, limit, (last) => [last.revision]) };
      });
      return c.json(page, 200);
    });

export const plans = (deps: Deps) =>
  reading(deps)
    .openapi(transitions, async (c) => {
      const { id } = c.req.valid('param');
      const items = await deps.store.read(async (db) => {
        const { plan, review } = await requireReadable(deps, db, { actor: c.var.actor, id });
        const { compiled, situation } = await situationOf(deps, db, plan);
        // What it waits for tells where it is.
        return plan.status === 'ended' || review ? [] : describeTransitions(compiled, plan, situation);
      });
      return c.json({ items }, 200);
    })
    .openapi(why, async (c) => {
      const { id } = c.req.valid('param');
      const found = await deps.store.read(async (db) =>
        presentWhy(deps, db, await requireReadable(deps, db, { actor: c.var.actor, id })),
      );
      return c.json(found, 200);
    })
    .openapi(score, async (c) => {
      const { id } = c.req.valid('param');
      const found = await deps.store.read(async (db) => {
        const { actor } = c.var;
        return scoreInVersions(deps, db, { actor, ...(await requireReadable(deps, db, { actor, id })) });
      });
      return c.json(found, 200);
    })
    .openapi(progress, async (c) => {
      const { id } = c.req.valid('param');
      const found = await deps.store.read(async (db) => {
        const plan = await requirePlan(db, { actor: c.var.actor, permission: 'plans.read', id });
        return progressNow(deps, db, plan);
      });
      return c.json(found, 200);
    })
    .openapi(send, async (c) => {
      const actor = c.get('actor');
      const { id: planId } = c.req.valid('param');
      const { type, data = {}, id } = c.req.valid('json');
      const expectedRevision = revisionOf(c.req.header('if-match'));
      const event = { id: id ?? deps.ids.next('evt'), type, data };
      const sending = { planId, event, actor: actor.id, expectedRevision };
      const { plan, effects } = await dispatch(deps, sending, async (db) => {
        await requireSight(db, { actor, permission: 'plans.send-event', id: planId });
        await refuseUnderReview(deps, db, { actor, planId });
        requireSendable(type);
        await refuseEventOfOwn(db, { actor, planId, event: type });
        if (id !== undefined) requireFreeId(id);
      });
      c.header('etag', tagOf(plan.revision));
      return c.json({ plan, effects }, 200);
    });
