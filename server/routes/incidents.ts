// /incidents: steps that failed and wait for a person.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { retryIncident, skipIncident } from '../runtime/plans/settle-incident.ts';
import { componentsAbout } from '../runtime/ratings/rating-sight.ts';
import { type IncidentInContext, pageIncidents } from '../store/queries/incidents.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { incidentWire, settleIncidentWire } from './wire/incidents.ts';

const tags = ['Incidents'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listIncidents',
  tags,
  request: {
    query: pageQuery.extend({
      state: z.enum(['open', 'retried', 'skipped']).optional(),
      planId: z.string().optional(),
    }),
  },
  responses: answers(200, 'Incidents, the newest first', pageOf(incidentWire)),
});
const settling = (verb: 'retry' | 'skip', description: string) =>
  createRoute({
    method: 'post',
    path: `/{id}/${verb}`,
    operationId: `${verb}Incident`,
    tags,
    request: { params: idParam, body: jsonBody(settleIncidentWire) },
    responses: answers(200, description, incidentWire),
  });
const retry = settling('retry', 'The event was given to the plan again, and the plan has moved');
const skip = settling(
  'skip',
  'The event was dropped; the plan stays as it is, and a task whose completion it was is open again',
);

const present = ({ actor: _, ...incident }: IncidentInContext) => incident;

async function readOne(deps: Deps, id: string) {
  const [found] = await deps.store.read((db) => pageIncidents(db, { before: null, limit: 1, id }));
  if (!found) throw notFound('incident');
  return present(found);
}

export const incidents = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'incidents.read');
      const { cursor, limit, state, planId } = c.req.valid('query');
      const found = await deps.store.read(async (db) => {
        // What was answered stands in the event that failed, and how somebody was rated.
        const besides = await componentsAbout(db, c.var.actor);
        return pageIncidents(db, { before: beforeOf(cursor), limit, state, planId, besides });
      });
      const next = nextCursor(found, limit, (last) => [last.at, last.id]);
      return c.json({ items: found.map(present), nextCursor: next }, 200);
    })
    .openapi(retry, async (c) => {
      authorize(c.var.actor, 'incidents.settle');
      const { id } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      await retryIncident(deps, { incidentId: id, actor: c.var.actor, reason });
      return c.json(await readOne(deps, id), 200);
    })
    .openapi(skip, async (c) => {
      authorize(c.var.actor, 'incidents.settle');
      const { id } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      await skipIncident(deps, { incidentId: id, actor: c.var.actor, reason });
      return c.json(await readOne(deps, id), 200);
    });
