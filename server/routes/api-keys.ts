// /api-keys: by what other systems ask.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { createKey, revokeKey } from '../runtime/admin/api-keys.ts';
import { personRefs } from '../runtime/present/person-names.ts';
import { type ApiKey, isLive, pageKeys } from '../store/queries/api-keys.ts';
import { apiKeyWire, madeApiKeyWire, newApiKeyWire } from './wire/admin.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';

const tags = ['Administration'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listApiKeys',
  tags,
  request: { query: pageQuery },
  responses: answers(200, 'Keys, the newest first', pageOf(apiKeyWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createApiKey',
  tags,
  request: { body: jsonBody(newApiKeyWire) },
  responses: answers(201, 'The key, whose secret is told only now', madeApiKeyWire),
});
const revoke = createRoute({
  method: 'post',
  path: '/{id}/revoke',
  operationId: 'revokeApiKey',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The key, which is over from now on', apiKeyWire),
});

function stateOf(key: ApiKey, at: string): 'live' | 'expired' | 'revoked' {
  if (isLive(key, at)) return 'live';
  return key.revokedAt === null ? 'expired' : 'revoked';
}

type RefOf = Awaited<ReturnType<typeof personRefs>>;

function present(key: ApiKey, { refOf, at }: { refOf: RefOf; at: string }) {
  const { createdBy, revokedBy: _, ...rest } = key;
  return { ...rest, createdBy: refOf(createdBy), state: stateOf(key, at) };
}

async function presenting({ store, clock }: Deps, keys: readonly ApiKey[]) {
  const makers = keys.map(({ createdBy }) => createdBy);
  return { refOf: await store.read((db) => personRefs(db, makers)), at: clock.now() };
}

export const apiKeys = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'keys.read');
      const { cursor, limit } = c.req.valid('query');
      const found = await deps.store.read((db) => pageKeys(db, { before: beforeOf(cursor), limit }));
      const next = nextCursor(found, limit, ({ createdAt, id }) => [createdAt, id]);
      const given = await presenting(deps, found);
      return c.json({ items: found.map((key) => present(key, given)), nextCursor: next }, 200);
    })
    .openapi(create, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'keys.change');
      const { secret, ...key } = await createKey(deps, c.req.valid('json'), actor);
      return c.json({ ...present(key, await presenting(deps, [key])), secret }, 201);
    })
    .openapi(revoke, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'keys.change');
      const ended = await revokeKey(deps, c.req.valid('param').id, actor);
      return c.json(present(ended, await presenting(deps, [ended])), 200);
    });
