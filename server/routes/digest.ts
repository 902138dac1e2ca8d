// /me/digest: how often the reader is told by mail what is due.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { isEvery } from '../mail/digest-times.ts';
import { changeDigest, changeLanguage, readDigest } from '../mail/digests.ts';
import type { DigestRow } from '../store/schema/inbox.ts';
import { digestChangeWire, digestWire, languageWire } from './wire/inbox.ts';

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

const speak = createRoute({
  method: 'put',
  path: '/language',
  operationId: 'changeMailLanguage',
  tags: ['People'],
  description: 'The language of the reader’s screens; their mail follows it.',
  request: { body: jsonBody(languageWire) },
  responses: answers(200, 'The language of the reader’s mail', languageWire),
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
    })
    .openapi(speak, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const { language } = c.req.valid('json');
      await changeLanguage(deps, c.var.actor.id, language);
      return c.json({ language }, 200);
    });
};
