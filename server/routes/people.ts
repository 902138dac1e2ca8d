// /people: who works here, and what they may do.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { changePerson, createPerson } from '../runtime/organisation/people.ts';
import { findPerson, listPeople } from '../store/queries/people.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';
import { newPersonWire, personPatchWire, personWire } from './wire/organisation.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listPeople',
  tags: ['People'],
  request: { query: pageQuery.extend({ q: personWire.shape.name.optional() }) },
  responses: answers(200, 'People in the order of their ids', pageOf(personWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createPerson',
  tags: ['People'],
  request: { body: jsonBody(newPersonWire) },
  responses: answers(201, 'The new person', personWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readPerson',
  tags: ['People'],
  request: { params: idParam },
  responses: answers(200, 'The person', personWire),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changePerson',
  tags: ['People'],
  request: { params: idParam, body: jsonBody(personPatchWire) },
  responses: answers(200, 'The changed person', personWire),
});

export const people = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'people.read');
      const { cursor, limit, q } = c.req.valid('query');
      const items = await deps.store.read((db) => listPeople(db, { after: cursor ?? '', limit, q }));
      return c.json({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(create, async (c) => {
      authorize(c.var.actor, 'people.change');
      return c.json(await createPerson(deps, c.var.actor, c.req.valid('json')), 201);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'people.read');
      const person = await deps.store.read((db) => findPerson(db, c.req.valid('param').id));
      if (!person) throw notFound('person');
      return c.json(person, 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'people.change');
      return c.json(await changePerson(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200);
    });
