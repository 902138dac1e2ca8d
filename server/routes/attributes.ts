// /attributes: what HR keeps of people so that groups can be compared. Nobody else reads or writes it.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import {
  defineAttribute,
  dropAttribute,
  importValues,
  requireAttribute,
  saveValues,
} from '../runtime/organisation/attributes.ts';
import { listAttributes, pagePeopleWithValue } from '../store/queries/attributes.ts';
import {
  attributeFileWire,
  attributeIdParam,
  attributePutWire,
  attributeWire,
  personValueWire,
  valuesSetWire,
  valuesWire,
} from './wire/attributes.ts';
import { pageOf, pageQuery, z } from './wire/common.ts';
import { fromCursor } from './wire/cursor.ts';

const tags = ['People'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listAttributes',
  tags,
  responses: answers(200, 'The attributes by name', z.object({ items: z.array(attributeWire) })),
});
const define = createRoute({
  method: 'put',
  path: '/{id}',
  operationId: 'defineAttribute',
  tags,
  description: 'Makes the attribute or says anew what its values are; values that people have cannot go.',
  request: { params: attributeIdParam, body: jsonBody(attributePutWire) },
  responses: answers(200, 'The attribute', attributeWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'deleteAttribute',
  tags,
  description: 'Takes the attribute away with all that it says of people.',
  request: { params: attributeIdParam },
  responses: answers(200, 'The attribute that was there', attributeWire),
});
const people = createRoute({
  method: 'get',
  path: '/{id}/values',
  operationId: 'listAttributeValues',
  tags,
  request: { params: attributeIdParam, query: pageQuery.extend({ q: z.string().max(200).optional() }) },
  responses: answers(200, 'People by name, with their value', pageOf(personValueWire)),
});
const set = createRoute({
  method: 'put',
  path: '/{id}/values',
  operationId: 'setAttributeValues',
  tags,
  description: 'All of the values or none; people are told by their id or their e-mail address.',
  request: { params: attributeIdParam, body: jsonBody(valuesWire) },
  responses: answers(200, 'How many were changed', valuesSetWire),
});

const fromFile = createRoute({
  method: 'post',
  path: '/import',
  operationId: 'importAttributes',
  tags,
  description:
    'A CSV file with a column email and a column for each attribute; whole or not at all. An empty cell takes a value away.',
  request: { body: jsonBody(attributeFileWire) },
  responses: answers(200, 'How many values were changed, or would be', valuesSetWire),
});

export const attributes = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'attributes.read');
      return c.json({ items: await deps.store.read(listAttributes) }, 200);
    })
    .openapi(define, async (c) => {
      authorize(c.var.actor, 'attributes.change');
      const wanted = { id: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await defineAttribute(deps, c.var.actor, wanted), 200);
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'attributes.change');
      return c.json(await dropAttribute(deps, c.var.actor, c.req.valid('param').id), 200);
    })
    .openapi(fromFile, async (c) => {
      authorize(c.var.actor, 'attributes.change');
      return c.json(await importValues(deps, c.var.actor, c.req.valid('json')), 200);
    })
    .openapi(people, async (c) => {
      authorize(c.var.actor, 'attributes.read');
      const { cursor, limit, q } = c.req.valid('query');
      const { id } = c.req.valid('param');
      const last = fromCursor(cursor, 2);
      const items = await deps.store.read(async (db) => {
        await requireAttribute(db, id);
        const after = last && { name: last[0] ?? '', id: last[1] ?? '' };
        return pagePeopleWithValue(db, id, { after, limit, q });
      });
      return c.json({ items, nextCursor: nextCursor(items, limit, (end) => [end.name, end.id]) }, 200);
    })
    .openapi(set, async (c) => {
      authorize(c.var.actor, 'attributes.change');
      const { id } = c.req.valid('param');
      return c.json(await saveValues(deps, c.var.actor, { id, ...c.req.valid('json') }), 200);
    });
