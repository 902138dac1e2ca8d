// /components: what the organisation manages.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { resolveAssignees } from '../runtime/organisation/assignees.ts';
import { changeComponent, createComponent } from '../runtime/organisation/organisation.ts';
import { findComponent, listComponents } from '../store/queries/components.ts';
import { namesOf } from '../store/queries/plan-list.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';
import {
  assigneesWire,
  componentPatchWire,
  componentWire,
  newComponentWire,
  relationQuery,
} from './wire/organisation.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listComponents',
  tags: ['Organisation'],
  request: { query: pageQuery.extend({ parentId: idParam.shape.id.optional() }) },
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
  request: { params: idParam },
  responses: answers(200, 'The component', componentWire),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeComponent',
  tags: ['Organisation'],
  request: { params: idParam, body: jsonBody(componentPatchWire) },
  responses: answers(200, 'The changed component', componentWire),
});
const readAssignees = createRoute({
  method: 'get',
  path: '/{id}/assignees',
  operationId: 'readAssignees',
  tags: ['Organisation'],
  summary: 'Whom a relation of a task means for a component today',
  request: { params: idParam, query: relationQuery },
  responses: answers(200, 'The people, none when the relation means nobody there', assigneesWire),
});

export const components = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { cursor, limit, parentId } = c.req.valid('query');
      const items = await deps.store.read((db) =>
        listComponents(db, { after: cursor ?? '', limit, parentId }),
      );
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(create, async (c) => {
      authorize(c.var.actor, 'organisation.change');
      return c.json(await createComponent(deps, c.var.actor, c.req.valid('json')), 201);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const component = await deps.store.read((db) => findComponent(db, c.req.valid('param').id));
      if (!component) throw notFound('component');
      return c.json(component, 200);
    })
    .openapi(readAssignees, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      authorize(c.var.actor, 'people.read');
      const people = await deps.store.read(async (db) => {
        const { id } = c.req.valid('param');
        if (!(await findComponent(db, id))) throw notFound('component');
        const ids = await resolveAssignees(db, id, c.req.valid('query').relation);
        const names = await namesOf(db, ids);
        return ids.map((person) => ({ id: person, name: names.get(person) ?? person }));
      });
      return c.json({ people }, 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'organisation.change');
      return c.json(
        await changeComponent(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')),
        200,
      );
    });
