// A draft becomes a version: checked, published, and kept as it is for the plans that run on it.
import { createRoute } from '@hono/zod-openapi';
import { type Cycle, checkCycle } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { pageOfList } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { readCheckContext } from '../runtime/cycles/check-context.ts';
import { publishAlone } from '../runtime/cycles/publish-cycle.ts';
import { readableDraft } from '../runtime/cycles/readable-draft.ts';
import { findCycleVersion, listCycleVersions } from '../store/queries/cycles.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { cycleVersionWire, problemsWire, publishedCycleWire, publishWire } from './wire/cycles.ts';

const tags = ['Cycles'];
const versionParam = idParam.extend({ version: z.coerce.number().int().min(1) });
const check = createRoute({
  method: 'post',
  path: '/{id}/check',
  operationId: 'checkCycle',
  tags,
  request: { params: idParam },
  responses: answers(200, 'What is wrong with the draft', problemsWire),
});
const publish = createRoute({
  method: 'post',
  path: '/{id}/publish',
  operationId: 'publishCycle',
  tags,
  request: { params: idParam, body: jsonBody(publishWire) },
  responses: {
    ...answers(201, 'The new version', cycleVersionWire),
    200: {
      description: 'The latest version has the same content',
      content: { 'application/json': { schema: cycleVersionWire } },
    },
  },
});
const versions = createRoute({
  method: 'get',
  path: '/{id}/versions',
  operationId: 'listCycleVersions',
  tags,
  request: { params: idParam, query: pageQuery },
  responses: answers(200, 'The published versions, newest first', pageOf(cycleVersionWire)),
});
const version = createRoute({
  method: 'get',
  path: '/{id}/versions/{version}',
  operationId: 'readCycleVersion',
  tags,
  request: { params: versionParam },
  responses: answers(200, 'A published version with its document', publishedCycleWire),
});

export const cycleVersions = (deps: Deps) =>
  createRouter()
    .openapi(check, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      const { cycle } = await readableDraft(deps, c.req.valid('param').id);
      const context = await readCheckContext(deps);
      return c.json({ problems: checkCycle(cycle, context) }, 200);
    })
    .openapi(publish, async (c) => {
      authorize(c.var.actor, 'cycles.publish');
      const { cycle } = await readableDraft(deps, c.req.valid('param').id);
      const published = await publishAlone(deps, {
        cycle,
        note: c.req.valid('json').note,
        actor: c.var.actor,
      });
      return published.created ? c.json(published.version, 201) : c.json(published.version, 200);
    })
    .openapi(versions, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      const all = await deps.store.read((db) => listCycleVersions(db, c.req.valid('param').id));
      return c.json(pageOfList(all, { ...c.req.valid('query'), keyOf: ({ version }) => `${version}` }), 200);
    })
    .openapi(version, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      const given = c.req.valid('param');
      const row = await deps.store.read((db) => findCycleVersion(db, given.id, given.version));
      if (!row) throw notFound('cycle version');
      const { document, ...rest } = row;
      const cycle: Cycle = JSON.parse(document);
      return c.json({ ...rest, cycle }, 200);
    });
