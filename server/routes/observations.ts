// /observations: raw recorded facts; corrected by superseding, verified by somebody else.
import { createRoute } from '@hono/zod-openapi';
import { authorize, requirePerson } from '../access/authorize.ts';
import { componentsWithReadableGoals, isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { observationsRecorded } from '../runtime/organisation/observation-recorded.ts';
import { placeObservations, recordObservations } from '../runtime/organisation/record-observations.ts';
import { verifyObservation } from '../runtime/organisation/verify-observation.ts';
import { pageObservations } from '../store/queries/observations.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { newObservationWire, observationWire } from './wire/organisation.ts';

const tags = ['Goals'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listObservations',
  tags,
  request: {
    query: pageQuery.extend({ componentId: z.string().optional(), measureId: z.string().optional() }),
  },
  responses: answers(200, 'Observations in the order of their ids', pageOf(observationWire)),
});
const record = createRoute({
  method: 'post',
  path: '/',
  operationId: 'recordObservations',
  tags,
  request: { body: jsonBody(z.union([newObservationWire, z.array(newObservationWire).min(1).max(1000)])) },
  responses: answers(
    201,
    'What was recorded: all of it, or none when one entry is refused',
    z.object({ items: z.array(observationWire) }),
  ),
});
const verify = createRoute({
  method: 'post',
  path: '/{id}/verify',
  operationId: 'verifyObservation',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The verified observation', observationWire),
});

export const observations = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const scope = authorize(c.var.actor, 'observations.read');
      const { cursor, limit, componentId, measureId } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const visible = await componentsWithReadableGoals(db, c.var.actor, scope);
        if (componentId && !isVisible(visible, componentId)) return [];
        const componentIds = componentId ? [componentId] : visible === 'all' ? 'all' : [...visible];
        return pageObservations(db, { after: cursor ?? '', limit, componentIds, measureId });
      });
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(record, async (c) => {
      const scope = authorize(c.var.actor, 'observations.record');
      const body = c.req.valid('json');
      const given = Array.isArray(body) ? body : [body];
      const items = await deps.store.commit(async (db) => {
        const visible = await visibleComponentIds(db, c.var.actor, scope);
        const entries = await placeObservations(db, given);
        const unseen = entries.findIndex((entry) => !isVisible(visible, entry.componentId));
        if (unseen >= 0) throw notFound('measure');
        const status = scope === 'own' ? 'provisional' : 'verified';
        const observations = await recordObservations(db, deps, { entries, actor: c.var.actor, status });
        await observationsRecorded(deps, db, { observations, actor: c.var.actor.id });
        return observations;
      });
      return c.json({ items }, 201);
    })
    .openapi(verify, async (c) => {
      const scope = authorize(c.var.actor, 'goals.change');
      requirePerson(c.var.actor);
      const given = { id: c.req.valid('param').id, actor: c.var.actor, scope };
      const verified = await deps.store.commit((db) => verifyObservation(db, deps, given));
      return c.json(verified, 200);
    });
