// /sources: inbound webhooks and what their messages become.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { changeSource, createSource, deleteSource } from '../runtime/sources/sources.ts';
import { findSource, listSources, type Source } from '../store/queries/sources.ts';
import {
  madeSourceWire,
  newSourceWire,
  sourceMappingWire,
  sourcePatchWire,
  sourceWire,
} from './wire/automations.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';

const tags = ['Automations'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listSources',
  tags,
  request: { query: pageQuery },
  responses: answers(200, 'Sources in the order of their ids', pageOf(sourceWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createSource',
  tags,
  request: { body: jsonBody(newSourceWire) },
  responses: answers(201, 'The source with its secret, told only now', madeSourceWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readSource',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The source', sourceWire),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeSource',
  tags,
  request: { params: idParam, body: jsonBody(sourcePatchWire) },
  responses: answers(200, 'The changed source', sourceWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'removeSource',
  tags,
  request: { params: idParam },
  responses: answers(200, 'It is gone; its messages are believed no more', z.object({ id: z.string() })),
});

const present = ({ site }: Deps, source: Source) => ({
  ...source,
  mapping: sourceMappingWire.parse(source.mapping),
  url: `${site.baseUrl ?? ''}/api/v1/hooks/${source.id}`,
});

async function readOne(deps: Deps, id: string) {
  const source = await deps.store.read((db) => findSource(db, id));
  if (!source) throw notFound('source');
  return present(deps, source);
}

export const sources = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'automations.read');
      const { cursor, limit } = c.req.valid('query');
      const found = await deps.store.read((db) => listSources(db, { after: cursor ?? '', limit }));
      const items = found.map((source) => present(deps, source));
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(create, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'automations.change');
      const { id, secret } = await createSource(deps, { given: c.req.valid('json'), actor });
      return c.json({ ...(await readOne(deps, id)), secret }, 201);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'automations.read');
      return c.json(await readOne(deps, c.req.valid('param').id), 200);
    })
    .openapi(change, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'automations.change');
      const { id } = c.req.valid('param');
      const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
      await changeSource(deps, id, { patch: Object.fromEntries(given), actor });
      return c.json(await readOne(deps, id), 200);
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'automations.change');
      const { id } = c.req.valid('param');
      await deleteSource(deps, id, c.var.actor);
      return c.json({ id }, 200);
    });
