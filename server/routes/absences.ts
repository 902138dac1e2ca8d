// /absences: when people are away, and who works for them meanwhile.
import { createRoute } from '@hono/zod-openapi';
import { localDateOf } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { peopleWithin } from '../access/people-within.ts';
import type { Scope } from '../access/permissions.ts';
import type { Deps } from '../deps.ts';
import { nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound, ProblemError } from '../problem.ts';
import { endOrWithdraw, planAbsence } from '../runtime/absences/absences.ts';
import { alterAbsence } from '../runtime/absences/alter-absence.ts';
import { homeZone } from '../runtime/absences/home.ts';
import { whatFollows } from '../runtime/absences/what-follows.ts';
import {
  type AbsenceInContext,
  type AbsenceState,
  findAbsenceInContext,
  pageAbsences,
} from '../store/queries/absences.ts';
import type { AbsenceRow } from '../store/schema/organisation.ts';
import type { Db } from '../store/schema.ts';
import {
  absenceChangeWire,
  absenceKinds,
  absenceQuery,
  absenceWire,
  homeDayWire,
  leavingQuery,
  leavingWire,
  newAbsenceWire,
} from './wire/absences.ts';
import { idParam, pageOf, z } from './wire/common.ts';
import { fromCursor } from './wire/cursor.ts';

const tags = ['Absences'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listAbsences',
  tags,
  request: { query: absenceQuery },
  responses: answers(200, 'Absences of the reader and their team, by first day', pageOf(absenceWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'planAbsence',
  tags,
  description:
    'While the person is away their tasks go to the substitute, to whom they have named for good, or to the next manager. The same days said again are the same absence.',
  request: { body: jsonBody(newAbsenceWire) },
  responses: answers(201, 'The absence; one that has begun is under way', absenceWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'endAbsence',
  tags,
  description: 'Withdraws an absence that is planned; one under way ends now, and its tasks go back.',
  request: { params: idParam },
  responses: answers(200, 'The absence, withdrawn or ended; asked again the same', absenceWire),
});

const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeAbsence',
  tags,
  description: 'Other days, or somebody else who stands in. Of one under way the first day stays.',
  request: { params: idParam, body: jsonBody(absenceChangeWire) },
  responses: answers(200, 'The absence', absenceWire),
});

const today = createRoute({
  method: 'get',
  path: '/today',
  operationId: 'readHomeDay',
  tags,
  request: { query: z.object({ personId: z.string().min(1).max(200).optional() }) },
  responses: answers(
    200,
    'The day that it is where the person works; a leave counts in such days',
    homeDayWire,
  ),
});

const leaving = createRoute({
  method: 'get',
  path: '/leaving',
  operationId: 'readWhatFollows',
  tags,
  description: 'Before HR says that somebody leaves for good: what becomes of their plans and tasks then.',
  request: { query: leavingQuery },
  responses: answers(200, 'What follows, as things stand', leavingWire),
});

const wholeState = (state: AbsenceState | 'current' | undefined): AbsenceState[] | undefined => {
  if (state === undefined) return undefined;
  return state === 'current' ? ['planned', 'under-way'] : [state];
};

/** Why somebody is away is theirs and HR's to know. */
const mayReadKind = (absence: AbsenceInContext, actor: Actor): boolean =>
  absence.personId === actor.id || actor.roles.includes('hr');

function present(absence: AbsenceInContext, actor: Actor) {
  const { id, personId, personName, substituteId, substituteName, createdAt, settledAt } = absence;
  return {
    id,
    person: { id: personId, name: personName ?? personId },
    from: absence.startsOn,
    to: absence.endsOn,
    substitute: substituteId === null ? null : { id: substituteId, name: substituteName ?? substituteId },
    kind: mayReadKind(absence, actor) ? (absenceKinds.find((kind) => kind === absence.kind) ?? null) : null,
    state: absence.state as AbsenceState,
    createdAt,
    settledAt,
  };
}

async function readOne({ store }: Deps, id: string, actor: Actor) {
  const absence = await store.read((db) => findAbsenceInContext(db, id));
  if (!absence) throw notFound('absence');
  return present(absence, actor);
}

const isWithin = (people: ReadonlySet<string> | 'all', personId: string): boolean =>
  people === 'all' || people.has(personId);

/** @throws ProblemError not-allowed when the person is not one of the actor's. */
export async function requireWithin(deps: Deps, actor: Actor, personId: string): Promise<void> {
  const scope = authorize(actor, 'absences.change');
  const people = await deps.store.read((db) => peopleWithin(db, actor, scope));
  if (!isWithin(people, personId))
    throw new ProblemError('not-allowed', 'You may not say this for that person. Ask them, or HR.');
}

const leavingIsForHr = () =>
  new ProblemError('not-allowed', 'That somebody leaves for good is said by HR; give a last day.');

/** That somebody leaves for good HR says, and HR alone takes it back. */
const mayChange =
  (actor: Actor, scope: Scope) =>
  async (db: Db, { personId, endsOn }: Pick<AbsenceRow, 'personId' | 'endsOn'>): Promise<boolean> => {
    if (!isWithin(await peopleWithin(db, actor, scope), personId)) return false;
    if (endsOn === null && scope !== 'all') throw leavingIsForHr();
    return true;
  };

export const absences = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const { actor } = c.var;
      const scope = authorize(actor, 'absences.read');
      const { cursor, limit, state, personId } = c.req.valid('query');
      const after = fromCursor(cursor, 2);
      const items = await deps.store.read(async (db) => {
        const people = await peopleWithin(db, actor, scope);
        const filter = {
          people,
          states: wholeState(state),
          personId: personId === 'me' ? actor.id : personId,
        };
        const page = { after: after && { startsOn: after[0] ?? '', id: after[1] ?? '' }, limit };
        return (await pageAbsences(db, filter, page)).map((absence) => present(absence, actor));
      });
      return c.json({ items, nextCursor: nextCursor(items, limit, (last) => [last.from, last.id]) }, 200);
    })
    .openapi(create, async (c) => {
      const { actor } = c.var;
      const { substituteId = null, kind = null, ...given } = c.req.valid('json');
      const personId = given.personId ?? actor.id;
      await requireWithin(deps, actor, personId);
      if (given.to === null && authorize(actor, 'absences.change') !== 'all') throw leavingIsForHr();
      const { id } = await planAbsence(deps, actor, { ...given, personId, substituteId, kind });
      return c.json(await readOne(deps, id, actor), 201);
    })
    .openapi(today, async (c) => {
      authorize(c.var.actor, 'absences.read');
      const { personId = c.var.actor.id } = c.req.valid('query');
      const zone = await deps.store.read((db) => homeZone(db, personId));
      return c.json({ today: localDateOf(deps.clock.now(), zone), zone }, 200);
    })
    .openapi(leaving, async (c) => {
      if (authorize(c.var.actor, 'absences.change') !== 'all') throw leavingIsForHr();
      const { personId, from } = c.req.valid('query');
      const absence = { personId, startsOn: from, endsOn: null };
      return c.json(await deps.store.read((db) => whatFollows(deps, db, absence)), 200);
    })
    .openapi(change, async (c) => {
      const { actor } = c.var;
      const scope = authorize(actor, 'absences.change');
      const { id } = await alterAbsence(deps, actor, {
        id: c.req.valid('param').id,
        change: c.req.valid('json'),
        mayChange: mayChange(actor, scope),
      });
      return c.json(await readOne(deps, id, actor), 200);
    })
    .openapi(remove, async (c) => {
      const { actor } = c.var;
      const scope = authorize(actor, 'absences.change');
      const { id } = await endOrWithdraw(deps, actor, {
        id: c.req.valid('param').id,
        mayChange: mayChange(actor, scope),
      });
      return c.json(await readOne(deps, id, actor), 200);
    });
