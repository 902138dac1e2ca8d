// /people: who works here, and what they may do.
import { createRoute } from '@hono/zod-openapi';
import { roleSchema } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import { authorize, scopeOf } from '../access/authorize.ts';
import { peopleWithin } from '../access/people-within.ts';
import type { Deps } from '../deps.ts';
import { askedFor, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { changePerson, createPerson } from '../runtime/organisation/people.ts';
import { countPeople, findPerson, listNames, listPeople, type PeopleSort } from '../store/queries/people.ts';
import type { Db } from '../store/schema.ts';
import { countedPageOf, countQuery, idParam, pageQuery, personRefSchema, sortBy, z } from './wire/common.ts';
import { newPersonWire, personPatchWire, personWire } from './wire/organisation.ts';

const peopleQuery = pageQuery.extend({
  /** Words of the name or the address. */
  q: z.string().max(200).optional(),
  role: roleSchema.optional(),
  /** Ids, with commas between them: only those. */
  ids: z.string().max(20_000).optional(),
  /** true: only those whom the reader looks after as a manager, without themselves. */
  team: z.enum(['true', 'false']).optional(),
  sort: sortBy('id', 'name', 'email').default('id'),
  ...countQuery.shape,
});
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listPeople',
  tags: ['People'],
  request: { query: peopleQuery },
  responses: answers(200, 'People in the order asked for', countedPageOf(personWire)),
});
const names = createRoute({
  method: 'get',
  path: '/names',
  operationId: 'listNames',
  tags: ['People'],
  summary: 'Everybody at once, and nothing but what they are called',
  responses: answers(200, 'Names in the order of the ids', z.object({ items: z.array(personRefSchema) })),
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

async function teamOf(db: Db, actor: Actor): Promise<ReadonlySet<string>> {
  const manages = scopeOf(actor, 'absences.change') !== 'own';
  const within = await peopleWithin(db, actor, manages ? 'team' : 'own');
  return new Set([...(within === 'all' ? [] : within)].filter((id) => id !== actor.id));
}

export const people = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'people.read');
      const { count, ids, q, role, team, ...page } = c.req.valid('query');
      const found = await deps.store.read(async (db) => {
        const among = team === 'true' ? await teamOf(db, c.var.actor) : undefined;
        const filter = { q, role, ids: ids?.split(',').filter((id) => among?.has(id) ?? true) ?? among };
        return {
          people: await listPeople(db, filter, askedFor<PeopleSort>(page)),
          ...(count === 'true' && { count: await countPeople(db, filter) }),
        };
      });
      const { people: rows, ...counted } = found;
      return c.json(
        {
          items: rows.map(({ sortedBy: _, ...person }) => person),
          nextCursor: nextCursor(rows, page.limit, (last) => [last.sortedBy, last.id]),
          ...counted,
        },
        200,
      );
    })
    .openapi(names, async (c) => {
      authorize(c.var.actor, 'people.read');
      return c.json({ items: await deps.store.read(listNames) }, 200);
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
