// /inbox-filters: views of the inbox under a name, one's own and what the team shares.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import {
  beginWith,
  changeFilter,
  listFilters,
  removeFilter,
  type Search,
  saveFilter,
} from '../runtime/tasks/saved-filters.ts';
import { idParam, z } from './wire/common.ts';
import { changedFilterWire, firstFilterWire, newFilterWire, savedFilterWire } from './wire/inbox.ts';

const tags = ['Tasks'];
const all = z.object({ items: z.array(savedFilterWire) });
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listInboxFilters',
  tags,
  responses: answers(200, 'The reader’s own and those that their team shares, by name', all),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'saveInboxFilter',
  tags,
  request: { body: jsonBody(newFilterWire) },
  responses: answers(201, 'The filter', savedFilterWire),
});
const begin = createRoute({
  method: 'put',
  path: '/first',
  operationId: 'beginWithInboxFilter',
  tags,
  description: 'What the reader’s inbox begins with; null begins with everything.',
  request: { body: jsonBody(firstFilterWire) },
  responses: answers(200, 'All filters of the reader', all),
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeInboxFilter',
  tags,
  request: { params: idParam, body: jsonBody(changedFilterWire) },
  responses: answers(200, 'The filter', savedFilterWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'removeInboxFilter',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The filter is gone', z.object({ id: z.string() })),
});

/** Without the keys that were left out. */
const given = (search: Record<string, string | undefined>): Search =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value ? [[key, value]] : [])));

export const inboxFilters = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      return c.json({ items: await deps.store.read((db) => listFilters(db, c.var.actor)) }, 200);
    })
    .openapi(create, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const { name, search, shared } = c.req.valid('json');
      return c.json(await saveFilter(deps, c.var.actor, { name, shared, search: given(search) }), 201);
    })
    .openapi(begin, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      return c.json({ items: await beginWith(deps, c.req.valid('json').id, c.var.actor) }, 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const { search, ...rest } = c.req.valid('json');
      const changed = { ...rest, ...(search && { search: given(search) }), actor: c.var.actor };
      return c.json(await changeFilter(deps, c.req.valid('param').id, changed), 200);
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const { id } = c.req.valid('param');
      await removeFilter(deps, id, c.var.actor);
      return c.json({ id }, 200);
    });
