// /publish-requests: what waits for a second person, with what it would change; approved, returned or withdrawn.
import { createRoute } from '@hono/zod-openapi';
import { behavesAlike, type Cycle, compareCycles, countAspects } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import {
  approvePublish,
  requestPublish,
  returnPublish,
  withdrawPublish,
} from '../runtime/cycles/publish-requests.ts';
import { readableDraft } from '../runtime/cycles/readable-draft.ts';
import { findCycleVersion } from '../store/queries/cycles.ts';
import { findPeople } from '../store/queries/people.ts';
import {
  findPublishRequest,
  type PublishRequest,
  pagePublishRequests,
  requestStates,
} from '../store/queries/publish-requests.ts';
import type { Db } from '../store/schema.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import {
  approvalWire,
  newPublishRequestWire,
  publishRequestDetailWire,
  publishRequestWire,
  returnWire,
} from './wire/publish-requests.ts';

const tags = ['Publishing'];
const ask = createRoute({
  method: 'post',
  path: '/{id}/publish-requests',
  operationId: 'requestPublish',
  tags,
  description:
    'Keeps the draft as it is now for a second person to approve. It replaces a request that waits.',
  request: { params: idParam, body: jsonBody(newPublishRequestWire) },
  responses: answers(201, 'The request; who may approve it is told', publishRequestWire),
});
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listPublishRequests',
  tags,
  request: {
    query: pageQuery.extend({ state: z.enum(requestStates).optional(), cycleId: z.string().optional() }),
  },
  responses: answers(200, 'Requests to publish, the newest first', pageOf(publishRequestWire)),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readPublishRequest',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The request, with what it would change', publishRequestDetailWire),
});
const approve = createRoute({
  method: 'post',
  path: '/{id}/approve',
  operationId: 'approvePublish',
  tags,
  description:
    'Publishes exactly the document with this hash. Nobody approves what they asked for themselves.',
  request: { params: idParam, body: jsonBody(approvalWire) },
  responses: answers(200, 'Approved and published', publishRequestWire),
});
const giveBack = createRoute({
  method: 'post',
  path: '/{id}/return',
  operationId: 'returnPublish',
  tags,
  request: { params: idParam, body: jsonBody(returnWire) },
  responses: answers(200, 'Returned to who asked for it, with the reason', publishRequestWire),
});
const withdraw = createRoute({
  method: 'post',
  path: '/{id}/withdraw',
  operationId: 'withdrawPublish',
  tags,
  request: { params: idParam },
  responses: answers(200, 'Withdrawn by who asked for it', publishRequestWire),
});

async function present(db: Db, requests: readonly PublishRequest[]) {
  const ids = requests.flatMap(({ requestedBy, decidedBy }) => [
    requestedBy,
    ...(decidedBy ? [decidedBy] : []),
  ]);
  const names = new Map((await findPeople(db, [...new Set(ids)])).map(({ id, name }) => [id, name]));
  return requests.map((request) => ({
    ...request,
    requestedByName: names.get(request.requestedBy) ?? request.requestedBy,
    decidedByName: request.decidedBy && (names.get(request.decidedBy) ?? request.decidedBy),
  }));
}

async function presentOne(db: Db, request: PublishRequest) {
  const [presented] = await present(db, [request]);
  if (!presented) throw notFound('request to publish');
  return presented;
}

async function presentDetail(db: Db, id: string) {
  const found = await findPublishRequest(db, id);
  if (!found) throw notFound('request to publish');
  const cycle: Cycle = JSON.parse(found.document);
  const latest = await findCycleVersion(db, found.request.cycleId);
  const differences = latest ? compareCycles(JSON.parse(latest.document), cycle) : null;
  return {
    ...(await presentOne(db, found.request)),
    cycle,
    against: latest?.version ?? null,
    comparison: differences && {
      behavesAlike: behavesAlike(differences),
      counts: countAspects(differences),
      differences,
    },
  };
}

/** Under /cycles, where what is asked for belongs. */
export const askingToPublish = (deps: Deps) =>
  createRouter().openapi(ask, async (c) => {
    authorize(c.var.actor, 'cycles.publish');
    const { cycle } = await readableDraft(deps, c.req.valid('param').id);
    const { note } = c.req.valid('json');
    const request = await requestPublish(deps, { cycle, note, actor: c.var.actor });
    return c.json(await deps.store.read((db) => presentOne(db, request)), 201);
  });

const deciding = (deps: Deps) =>
  createRouter()
    .openapi(approve, async (c) => {
      authorize(c.var.actor, 'cycles.approve');
      const { id } = c.req.valid('param');
      const { request } = await approvePublish(deps, { id, ...c.req.valid('json'), actor: c.var.actor });
      return c.json(await deps.store.read((db) => presentOne(db, request)), 200);
    })
    .openapi(giveBack, async (c) => {
      authorize(c.var.actor, 'cycles.approve');
      const { id } = c.req.valid('param');
      const request = await returnPublish(deps, { id, ...c.req.valid('json'), actor: c.var.actor });
      return c.json(await deps.store.read((db) => presentOne(db, request)), 200);
    })
    .openapi(withdraw, async (c) => {
      authorize(c.var.actor, 'cycles.publish');
      const request = await withdrawPublish(deps, { id: c.req.valid('param').id, actor: c.var.actor });
      return c.json(await deps.store.read((db) => presentOne(db, request)), 200);
    });

export const publishRequests = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      const { cursor, limit, state, cycleId } = c.req.valid('query');
      const items = await deps.store.read(async (db) =>
        present(db, await pagePublishRequests(db, { before: beforeOf(cursor), limit, state, cycleId })),
      );
      const next = nextCursor(items, limit, (last) => [last.requestedAt, last.id]);
      return c.json({ items, nextCursor: next }, 200);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      const detail = await deps.store.read((db) => presentDetail(db, c.req.valid('param').id));
      return c.json(detail, 200);
    })
    .route('/', deciding(deps));
