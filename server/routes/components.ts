// /components: what the organisation manages.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { ifMatchParameter } from '../http/etag.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { tagOfComponent } from '../runtime/organisation/component-tag.ts';
import { changeComponent, createComponent } from '../runtime/organisation/organisation.ts';
import { findComponentBefore, listComponentsBefore } from '../store/queries/component-versions.ts';
import { ancestorsOf, findComponent, listComponents } from '../store/queries/components.ts';
import { dayAfter } from './day-after.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';
import {
  ancestorsWire,
  asOfQuery,
  componentChangeWire,
  componentWire,
  newComponentWire,
} from './wire/organisation.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listComponents',
  tags: ['Organisation'],
  request: { query: pageQuery.extend({ parentId: idParam.shape.id.optional(), ...asOfQuery.shape }) },
  responses: answers(200, 'Components in the order of their ids', pageOf(componentWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createComponent',
  tags: ['Organisation'],
  request: { body: jsonBody(newComponentWire) },
  responses: answers(201, 'The new component', componentWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readComponent',
  tags: ['Organisation'],
  request: { params: idParam, query: asOfQuery },
  responses: answers(200, 'The component', componentWire),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeComponent',
  tags: ['Organisation'],
  request: { params: idParam, body: jsonBody(componentChangeWire) },
  parameters: [
    {
      ...ifMatchParameter,
      description: 'The ETag that the component was read with: changed since, and nothing happens.',
    },
  ],
  responses: answers(200, 'The changed component', componentWire),
});
const above = createRoute({
  method: 'get',
  path: '/{id}/ancestors',
  operationId: 'listAncestors',
  tags: ['Organisation'],
  request: { params: idParam },
  responses: answers(200, 'The components above it, from the top down', ancestorsWire),
});
export const components = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { cursor, limit, parentId, asOf } = c.req.valid('query');
      const page = { after: cursor ?? '', limit, parentId };
      const items = await deps.store.read(async (db) =>
        asOf === undefined
          ? listComponents(db, page)
          : listComponentsBefore(db, await dayAfter(db, asOf), { ...page, activeOn: asOf }),
      );
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(create, async (c) => {
      authorize(c.var.actor, 'organisation.change');
      return c.json(await createComponent(deps, c.var.actor, c.req.valid('json')), 201);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { id } = c.req.valid('param');
      const { asOf } = c.req.valid('query');
      const component = await deps.store.read(async (db) =>
        asOf === undefined ? findComponent(db, id) : findComponentBefore(db, id, await dayAfter(db, asOf)),
      );
      if (!component) throw notFound('component');
      return c.json(component, 200, { etag: tagOfComponent(component) });
    })
    .openapi(above, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { id } = c.req.valid('param');
      const items = await deps.store.read(async (db) => {
        if (!(await findComponent(db, id))) throw notFound('component');
        return (await ancestorsOf(db, id)).toReversed();
      });
      return c.json({ items }, 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'organisation.change');
      const { recount: isRecounting, ...patch } = c.req.valid('json');
      const ifMatch = c.req.header('if-match');
      const change = { id: c.req.valid('param').id, patch, isRecounting, ifMatch };
      const changed = await changeComponent(deps, c.var.actor, change);
      return c.json(changed, 200, { etag: tagOfComponent(changed) });
    });
