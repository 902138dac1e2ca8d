// /goals by component, as a cascade and as a matrix: pages of what the reader may see.
import { createRoute } from '@hono/zod-openapi';
import { localDateOf } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { makeGoalBooks } from '../reports/goals/goal-book.ts';
import { listCascade, listGoalGroups, readGoalMatrix } from '../runtime/present/present-goal-lists.ts';
import { goalsRecordedFrom } from '../store/queries/goal-versions.ts';
import { organisationZone } from '../store/queries/zones.ts';
import {
  cascadeQuery,
  cascadeWire,
  goalGroupsQuery,
  goalGroupsWire,
  goalMatrixQuery,
  goalMatrixWire,
  goalRecordWire,
} from './wire/goal-lists.ts';

const tags = ['Goals'];
const groups = createRoute({
  method: 'get',
  path: '/by-component',
  operationId: 'listGoalsByComponent',
  tags,
  request: { query: goalGroupsQuery },
  responses: answers(
    200,
    'Components with their goals and measures, in the order of the tree',
    goalGroupsWire,
  ),
});
const cascade = createRoute({
  method: 'get',
  path: '/cascade',
  operationId: 'listGoalCascade',
  tags,
  request: { query: cascadeQuery },
  responses: answers(200, 'Each top goal with those that serve it under it, line by line', cascadeWire),
});
const matrix = createRoute({
  method: 'get',
  path: '/matrix',
  operationId: 'readGoalMatrix',
  tags,
  request: { query: goalMatrixQuery },
  responses: answers(200, 'Goals that others serve, with the components whose goals do', goalMatrixWire),
});

const record = createRoute({
  method: 'get',
  path: '/record',
  operationId: 'readGoalRecord',
  tags,
  summary: 'Since when goals can be read as of a day',
  responses: answers(200, 'Since when goals are on record', goalRecordWire),
});

export function goalLists(deps: Deps) {
  const books = makeGoalBooks();
  return createRouter()
    .openapi(groups, async (c) => {
      const given = { actor: c.var.actor, asked: c.req.valid('query') };
      return c.json(await deps.store.read((db) => listGoalGroups(db, books, given)), 200);
    })
    .openapi(cascade, async (c) => {
      const given = { actor: c.var.actor, asked: c.req.valid('query') };
      return c.json(await deps.store.read((db) => listCascade(db, books, given)), 200);
    })
    .openapi(matrix, async (c) => {
      const given = { actor: c.var.actor, asked: c.req.valid('query') };
      return c.json(await deps.store.read((db) => readGoalMatrix(db, books, given)), 200);
    })
    .openapi(record, async (c) => {
      authorize(c.var.actor, 'goals.read');
      const recorded = await deps.store.read(async (db) => {
        const from = await goalsRecordedFrom(db);
        return { from, day: from && localDateOf(from, await organisationZone(db)) };
      });
      return c.json(recorded, 200);
    });
}
