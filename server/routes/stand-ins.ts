// /stand-ins: whom people have named for good to work tasks in their place.
import { createRoute } from '@hono/zod-openapi';
import { type TaskKind, taskKinds } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import { peopleWithin } from '../access/people-within.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { nameStandIn, takeStandInAway } from '../runtime/absences/stand-ins.ts';
import { findPeople } from '../store/queries/people.ts';
import { listStandInsOf } from '../store/queries/stand-ins.ts';
import type { StandInRow } from '../store/schema/organisation.ts';
import type { Db } from '../store/schema.ts';
import { requireWithin } from './absences.ts';
import { newStandInWire, standInQuery, standInWire } from './wire/absences.ts';
import { idParam, z } from './wire/common.ts';

const tags = ['Absences'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listStandIns',
  tags,
  request: { query: standInQuery },
  responses: answers(
    200,
    'Whom a person has named, the first choice ahead',
    z.object({ items: z.array(standInWire) }),
  ),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'nameStandIn',
  tags,
  description:
    'Open tasks that this concerns go to them at once. The same named again is the one that there is.',
  request: { body: jsonBody(newStandInWire) },
  responses: answers(201, 'The stand-in', standInWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'takeStandInAway',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The stand-in is none any more', z.object({ id: z.string() })),
});

const kindOf = (kind: string | null): TaskKind | null => taskKinds.find((name) => name === kind) ?? null;

async function present(db: Db, rows: readonly StandInRow[]) {
  const people = await findPeople(db, [...new Set(rows.map(({ substituteId }) => substituteId))]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, personId, substituteId, always, kind }) => ({
    id,
    personId,
    substitute: { id: substituteId, name: names.get(substituteId) ?? substituteId },
    always: always === 1,
    kind: kindOf(kind),
  }));
}

export const standIns = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'absences.read');
      const { personId } = c.req.valid('query');
      const whose = personId === undefined || personId === 'me' ? c.var.actor.id : personId;
      await requireWithin(deps, c.var.actor, whose);
      const items = await deps.store.read(async (db) => present(db, await listStandInsOf(db, whose)));
      return c.json({ items }, 200);
    })
    .openapi(create, async (c) => {
      const { actor } = c.var;
      const { personId = actor.id, ...given } = c.req.valid('json');
      await requireWithin(deps, actor, personId);
      const row = await nameStandIn(deps, actor, { personId, ...given });
      const [named] = await deps.store.read((db) => present(db, [row]));
      if (!named) throw new Error(`The stand-in ${row.id} was not presented.`);
      return c.json(named, 201);
    })
    .openapi(remove, async (c) => {
      const { actor } = c.var;
      const scope = authorize(actor, 'absences.change');
      const { id } = c.req.valid('param');
      await takeStandInAway(deps, actor, {
        id,
        mayChange: async (db, personId) => {
          const people = await peopleWithin(db, actor, scope);
          return people === 'all' || people.has(personId);
        },
      });
      return c.json({ id }, 200);
    });
