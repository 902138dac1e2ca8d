// /search: what goes by a name, of what the reader may see anyway: for going there, not for reading lists.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/authorize.ts';
import { readableComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { heldFromActor } from '../runtime/ratings/rating-sight.ts';
import {
  findComponentsCalled,
  findPeopleCalled,
  findPlansCalled,
  findTasksCalled,
  type Wanted,
} from '../store/queries/search.ts';
import type { Db } from '../store/schema.ts';
import { searchQuery, searchWire } from './wire/search.ts';

type Ports = Pick<Deps, 'cycles'>;
const search = createRoute({
  method: 'get',
  path: '/',
  operationId: 'search',
  tags: ['Search'],
  summary: 'Plans, components, people and own open tasks by words of their names',
  request: { query: searchQuery },
  responses: answers(200, 'A handful of each; those whose name begins so come first', searchWire),
});

async function findPlans({ cycles }: Ports, db: Db, actor: Actor, wanted: Wanted) {
  const scope = scopeOf(actor, 'plans.read');
  if (!scope) return [];
  const visible = await readableComponentIds(db, actor, scope);
  const reviewed = (await heldFromActor({ cycles }, db, actor)).keys();
  return findPlansCalled(db, { visible, reviewed }, wanted);
}

async function findAll(ports: Ports, db: Db, actor: Actor, wanted: Wanted) {
  return {
    tasks: scopeOf(actor, 'tasks.work') ? await findTasksCalled(db, actor.id, wanted) : [],
    plans: await findPlans(ports, db, actor, wanted),
    components: scopeOf(actor, 'organisation.read') ? await findComponentsCalled(db, wanted) : [],
    people: scopeOf(actor, 'people.read') ? await findPeopleCalled(db, wanted) : [],
  };
}

export const searching = (deps: Deps) =>
  createRouter().openapi(search, async (c) => {
    const found = await deps.store.read((db) => findAll(deps, db, c.var.actor, c.req.valid('query')));
    return c.json(found, 200);
  });
