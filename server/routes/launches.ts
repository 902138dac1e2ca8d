// /launches: a cycle started for many components at once.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { afterOf, beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { createLaunch } from '../runtime/launches/launches.ts';
import { selectComponentIds } from '../store/queries/launch-targets.ts';
import {
  countLaunchItems,
  findLaunch,
  type Launch,
  type LaunchCounts,
  nothingYet,
  pageLaunches,
  pageLaunchItems,
} from '../store/queries/launches.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { launchItemWire, launchWire, newLaunchWire, selectionQuery, selectionWire } from './wire/cycles.ts';

const tags = ['Launches'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listLaunches',
  tags,
  request: { query: pageQuery },
  responses: answers(200, 'Launches, the newest first', pageOf(launchWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createLaunch',
  tags,
  request: { body: jsonBody(newLaunchWire) },
  responses: answers(202, 'The launch under way; read it again for its progress', launchWire),
});
const select = createRoute({
  method: 'post',
  path: '/selection',
  operationId: 'countLaunchSelection',
  tags,
  summary: 'How many components a selector means; nothing is started',
  request: { body: jsonBody(selectionQuery) },
  responses: answers(200, 'What a launch with it would be for', selectionWire),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readLaunch',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The launch with its progress', launchWire),
});
const results = createRoute({
  method: 'get',
  path: '/{id}/results',
  operationId: 'readLaunchResults',
  tags,
  request: {
    params: idParam,
    query: pageQuery.extend({ state: z.enum(['waiting', 'started', 'failed', 'skipped']).optional() }),
  },
  responses: answers(200, 'What became of each component', pageOf(launchItemWire)),
});

const present = (launch: Launch, counts: LaunchCounts) => ({
  id: launch.id,
  cycleId: launch.cycleId,
  version: launch.version,
  period: launch.period,
  variables: launch.variables,
  status: launch.status,
  total: launch.total,
  ...counts,
  again: launch.again,
  anonymity: launch.anonymity,
  createdAt: launch.createdAt,
  createdBy: launch.createdBy,
  finishedAt: launch.finishedAt,
});

export const launches = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'launches.read');
      const { cursor, limit } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const page = await pageLaunches(db, { before: beforeOf(cursor), limit });
        const counts = await countLaunchItems(
          db,
          page.map((launch) => launch.id),
        );
        return page.map((launch) => present(launch, counts.get(launch.id) ?? nothingYet));
      });
      const next = nextCursor(items, limit, (last) => [last.createdAt, last.id]);
      return c.json({ items, nextCursor: next }, 200);
    })
    .openapi(create, async (c) => {
      authorize(c.var.actor, 'launches.start');
      const launch = await createLaunch(deps, c.req.valid('json'), c.var.actor.id);
      c.header('location', `/api/v1/launches/${launch.id}`);
      return c.json(present(launch, nothingYet), 202);
    })
    .openapi(select, async (c) => {
      authorize(c.var.actor, 'launches.start');
      const { selector } = c.req.valid('json');
      const openAt = deps.clock.now();
      const ids = await deps.store.read((db) => selectComponentIds(db, { ...selector, openAt }));
      return c.json({ components: ids.length }, 200);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'launches.read');
      const { id } = c.req.valid('param');
      const found = await deps.store.read(async (db) => {
        const launch = await findLaunch(db, id);
        const counts = (await countLaunchItems(db, [id])).get(id) ?? nothingYet;
        return launch && present(launch, counts);
      });
      if (!found) throw notFound('launch');
      return c.json(found, 200);
    })
    .openapi(results, async (c) => {
      authorize(c.var.actor, 'launches.read');
      const { id: launchId } = c.req.valid('param');
      const { cursor, limit, state } = c.req.valid('query');
      const page = await deps.store.read(async (db) => {
        if (!(await findLaunch(db, launchId))) throw notFound('launch');
        return pageLaunchItems(db, { launchId, after: afterOf(cursor), limit, state });
      });
      const items = page.map(({ componentId, componentName, state: itemState, planId, problem }) => ({
        componentId,
        componentName: componentName ?? componentId,
        state: itemState,
        planId,
        problem,
      }));
      return c.json({ items, nextCursor: nextCursor(page, limit, (last) => [last.position]) }, 200);
    });
