// /calibration-sessions: when ratings are discussed, by whom, and what came of it.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize, scopeOf } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { presentResult, presentSessions, presentTable } from '../runtime/calibration/present-sessions.ts';
import {
  changeSession,
  moveSession,
  planSession,
  readTable,
  requireSession,
} from '../runtime/calibration/sessions.ts';
import { listSessions } from '../store/queries/calibration-sessions.ts';
import {
  changeSessionWire,
  moveSessionWire,
  newSessionWire,
  sessionDetailWire,
  sessionWire,
} from './wire/calibration-sessions.ts';
import { idParam, z } from './wire/common.ts';

const tags = ['Launches'];
const answer = answers(200, 'The session', sessionDetailWire);
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listCalibrationSessions',
  tags,
  responses: answers(
    200,
    'All for HR, for others those in which they sit; the latest day first',
    z.object({ items: z.array(sessionWire) }),
  ),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'planCalibrationSession',
  tags,
  request: { body: jsonBody(newSessionWire) },
  responses: answers(201, 'The session', sessionDetailWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readCalibrationSession',
  tags,
  description: 'With its lines: for HR always, for who sits in it while it is held; never the reader’s own.',
  request: { params: idParam },
  responses: answer,
});
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'changeCalibrationSession',
  tags,
  request: { params: idParam, body: jsonBody(changeSessionWire) },
  responses: answer,
});
const move = createRoute({
  method: 'post',
  path: '/{id}/state',
  operationId: 'moveCalibrationSession',
  tags,
  description: 'Begins it, or closes it; by who leads it, or HR.',
  request: { params: idParam, body: jsonBody(moveSessionWire) },
  responses: answer,
});

const readOne = (deps: Deps, id: string, actor: Actor) =>
  deps.store.read(async (db) => {
    const row = await requireSession(db, id, actor);
    const [session] = await presentSessions(db, [row], actor);
    if (!session) throw new Error(`The session ${id} was not presented.`);
    const table = await readTable(deps, db, { row, actor });
    return { ...session, table: table && presentTable(table, actor), ...presentResult(row, table) };
  });

export const calibrationSessions = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const isHr = scopeOf(actor, 'calibrations.plan') === 'all';
      const items = await deps.store.read(async (db) =>
        presentSessions(db, await listSessions(db, isHr ? null : actor.id), actor),
      );
      return c.json({ items }, 200);
    })
    .openapi(create, async (c) => {
      const { actor } = c.var;
      const id = await planSession(deps, c.req.valid('json'), actor);
      return c.json(await readOne(deps, id, actor), 201);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      return c.json(await readOne(deps, c.req.valid('param').id, c.var.actor), 200);
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      await changeSession(deps, id, c.req.valid('json'), c.var.actor);
      return c.json(await readOne(deps, id, c.var.actor), 200);
    })
    .openapi(move, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      await moveSession(deps, id, { state: c.req.valid('json').state, actor });
      return c.json(await readOne(deps, id, actor), 200);
    });
