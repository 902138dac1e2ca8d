// /search: what goes by a name, of what the reader may see anyway: for going there, not for reading lists.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/authorize.ts';
import { readableComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import {
  findComponentsCalled,
  findPeopleCalled,
  findPlansCalled,
  findTasksCalled,
  type Wanted,
} from '../store/queries/search.ts';
import type { Db } from '../store/schema.ts';
import { searchQuery, searchWire } from './wire/search.ts';

const search = createRoute({
  method: 'get',
  path: '/',
  operationId: 'search',
  tags: ['Search'],
  summary: 'Plans, components, people and own open tasks by words of their names',
  request: { query: searchQuery },
  responses: answers(200, 'A handful of each; those whose name begins so come first', searchWire),
});

async function findAll(db: Db, actor: Actor, wanted: Wanted) {
  const plans = scopeOf(actor, 'plans.read');
  return {
    tasks: scopeOf(actor, 'tasks.work') ? await findTasksCalled(db, actor.id, wanted) : [],
    plans: plans ? await findPlansCalled(db, await readableComponentIds(db, actor, plans), wanted) : [],
    components: scopeOf(actor, 'organisation.read') ? await findComponentsCalled(db, wanted) : [],
    people: scopeOf(actor, 'people.read') ? await findPeopleCalled(db, wanted) : [],
  };
}

export const searching = (deps: Deps) =>
  createRouter().openapi(search, async (c) => {
    const found = await deps.store.read((db) => findAll(db, c.var.actor, c.req.valid('query')));
    return c.json(found, 200);
  });
