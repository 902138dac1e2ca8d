// /shadows: candidate versions that go beside live plans, and which plans stand elsewhere than they would have them.
import { createRoute } from '@hono/zod-openapi';
import { verdictKinds } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import {
  presentShadow,
  presentShadowedPlan,
  presentShadowReport,
} from '../runtime/present/present-shadows.ts';
import { requireVerdictSight, verdictSightOf } from '../runtime/replays/verdict-sight.ts';
import { endShadowOf, startShadow } from '../runtime/shadows/shadows.ts';
import { countVerdicts, pageVerdicts } from '../store/queries/shadow-verdicts.ts';
import { findShadow, pageShadows } from '../store/queries/shadows.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { fromCursor } from './wire/cursor.ts';
import { newShadowWire, shadowedPlanWire, shadowReportWire, shadowWire } from './wire/replays.ts';

const tags = ['Shadows'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listShadows',
  tags,
  request: { query: pageQuery },
  responses: answers(200, 'Shadows, the newest first', pageOf(shadowWire)),
});
const start = createRoute({
  method: 'post',
  path: '/',
  operationId: 'startShadow',
  tags,
  description:
    'From now on the candidate is asked of every live plan of the cycle where it would have it. Nothing that it asks for is done.',
  request: { body: jsonBody(newShadowWire) },
  responses: answers(201, 'The shadow; its plans are looked at one after the other', shadowReportWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readShadow',
  tags,
  request: { params: idParam },
  responses: answers(
    200,
    'How many plans stand where the candidate would have them, and which do not',
    shadowReportWire,
  ),
});
const plans = createRoute({
  method: 'get',
  path: '/{id}/plans',
  operationId: 'readShadowPlans',
  tags,
  request: { params: idParam, query: pageQuery.extend({ verdict: z.enum(verdictKinds).optional() }) },
  responses: answers(200, 'The plans that have been looked at', pageOf(shadowedPlanWire)),
});
const end = createRoute({
  method: 'post',
  path: '/{id}/end',
  operationId: 'endShadow',
  tags,
  request: { params: idParam },
  responses: answers(200, 'It looks at no plan any more; its report stays', shadowReportWire),
});

const reading = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'shadows.read');
      const { cursor, limit } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const page = await pageShadows(db, { before: beforeOf(cursor), limit });
        const sight = await verdictSightOf(deps, db, c.var.actor);
        const ids = page.map(({ id }) => id);
        const countsOf = await countVerdicts(db, ids, sight);
        return page.map((shadow) => presentShadow(shadow, countsOf(shadow.id), sight));
      });
      const next = nextCursor(items, limit, (last) => [last.startedAt, last.id]);
      return c.json({ items, nextCursor: next }, 200);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'shadows.read');
      const { id } = c.req.valid('param');
      const found = await deps.store.read(async (db) => {
        const shadow = await findShadow(db, id);
        return shadow && presentShadowReport(deps, db, { shadow, actor: c.var.actor });
      });
      if (!found) throw notFound('shadow');
      return c.json(found, 200);
    })
    .openapi(plans, async (c) => {
      authorize(c.var.actor, 'shadows.read');
      const { id: shadowId } = c.req.valid('param');
      const { cursor, limit, verdict } = c.req.valid('query');
      const [after = ''] = fromCursor(cursor, 1) ?? [];
      const page = await deps.store.read(async (db) => {
        if (!(await findShadow(db, shadowId))) throw notFound('shadow');
        const within = requireVerdictSight(await verdictSightOf(deps, db, c.var.actor));
        const verdicts = verdict ? { verdicts: [verdict] } : {};
        return pageVerdicts(db, { shadowId, within, after, limit, ...verdicts });
      });
      const next = nextCursor(page, limit, (last) => [last.planId]);
      return c.json({ items: page.map(presentShadowedPlan), nextCursor: next }, 200);
    });

export const shadows = (deps: Deps) =>
  reading(deps)
    .openapi(start, async (c) => {
      authorize(c.var.actor, 'shadows.run');
      const { actor } = c.var;
      const shadow = await startShadow(deps, c.req.valid('json'), actor.id);
      c.header('location', `/api/v1/shadows/${shadow.id}`);
      return c.json(await deps.store.read((db) => presentShadowReport(deps, db, { shadow, actor })), 201);
    })
    .openapi(end, async (c) => {
      authorize(c.var.actor, 'shadows.run');
      const { actor } = c.var;
      const shadow = await endShadowOf(deps, c.req.valid('param').id, actor.id);
      return c.json(await deps.store.read((db) => presentShadowReport(deps, db, { shadow, actor })), 200);
    });
