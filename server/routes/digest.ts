// /me/digest: how often the reader is told by mail what is due.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { isEvery } from '../mail/digest-times.ts';
import { changeDigest, readDigest } from '../mail/digests.ts';
import type { DigestRow } from '../store/schema-inbox.ts';
import { digestChangeWire, digestWire } from './wire/inbox.ts';

const read = createRoute({
  method: 'get',
  path: '/digest',
  operationId: 'readDigest',
  tags: ['People'],
  responses: answers(200, 'How often, and when next', digestWire),
});
const change = createRoute({
  method: 'put',
  path: '/digest',
  operationId: 'changeDigest',
  tags: ['People'],
  request: { body: jsonBody(digestChangeWire) },
  responses: answers(200, 'How often, and when next', digestWire),
});

export const digest = (deps: Deps) => {
  const present = ({ every, zone, nextAt }: DigestRow) => {
    const known = isEvery(every) ? every : ('off' as const);
    return { every: known, zone, nextAt, sends: deps.site.sendsMail === true };
  };
  return createRouter()
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const row = await deps.store.read((db) => readDigest(db, c.var.actor.id, deps.clock.now()));
      return c.json(present(row), 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      return c.json(present(await changeDigest(deps, c.var.actor.id, c.req.valid('json'))), 200);
    });
};
