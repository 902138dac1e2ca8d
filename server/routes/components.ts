// /components: what the organisation manages.
import { createRoute } from '@hono/zod-openapi';
import { addDays, startOfDay } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { afterOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { resolveAssignees } from '../runtime/organisation/assignees.ts';
import { changeComponent, createComponent } from '../runtime/organisation/organisation.ts';
import {
  findComponentBefore,
  listComponentsBefore,
  pageVersions,
} from '../store/queries/component-versions.ts';
import { findComponent, listComponents } from '../store/queries/components.ts';
import { namesOf } from '../store/queries/plan-list.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';
import {
  asOfQuery,
  assigneesWire,
  componentPatchWire,
  componentVersionWire,
  componentWire,
  newComponentWire,
  relationQuery,
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
const readVersions = createRoute({
  method: 'get',
  path: '/{id}/versions',
  operationId: 'readComponentVersions',
  tags: ['Organisation'],
  summary: 'What the component was, since when, and who changed it',
  request: { params: idParam, query: pageQuery },
  responses: answers(200, 'Its versions, the oldest first', pageOf(componentVersionWire)),
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

/** The instant at which the day is over. */
const dayAfter = (date: string): string => startOfDay(addDays(date, 1), 'UTC');

export const components = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { cursor, limit, parentId, asOf } = c.req.valid('query');
      const page = { after: cursor ?? '', limit, parentId };
      const items = await deps.store.read((db) =>
        asOf === undefined ? listComponents(db, page) : listComponentsBefore(db, dayAfter(asOf), page),
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
      const component = await deps.store.read((db) =>
        asOf === undefined ? findComponent(db, id) : findComponentBefore(db, id, dayAfter(asOf)),
      );
      if (!component) throw notFound('component');
      return c.json(component, 200);
    })
    .openapi(readVersions, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { id } = c.req.valid('param');
      const { cursor, limit } = c.req.valid('query');
      const versions = await deps.store.read(async (db) => {
        if (!(await findComponent(db, id))) throw notFound('component');
        const page = await pageVersions(db, { componentId: id, after: afterOf(cursor), limit });
        const names = await namesOf(db, [...new Set(page.map(({ by }) => by))]);
        return page.map(({ by, ...version }) => ({ ...version, by: { id: by, name: names.get(by) ?? by } }));
      });
      const items = versions.map(({ at, by, component }) => ({ at, by, component }));
      return c.json({ items, nextCursor: nextCursor(versions, limit, ({ seq }) => [String(seq)]) }, 200);
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
