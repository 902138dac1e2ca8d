// /system: how the server is, for who runs it.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { componentsAbout } from '../runtime/ratings/rating-sight.ts';
import { readQueues, storeBytes } from '../store/queries/system.ts';
import { version } from '../version.ts';
import { systemWire } from './wire/admin.ts';

const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readSystem',
  tags: ['Administration'],
  responses: answers(200, 'The version, the store, and what waits', systemWire),
});

export const system = (deps: Deps) => {
  const startedAt = deps.clock.now();
  return createRouter().openapi(read, async (c) => {
    authorize(c.var.actor, 'system.read');
    const at = deps.clock.now();
    const [lastBackup] = await deps.backups.list();
    const found = await deps.store.read(async (db) => ({
      storeBytes: await storeBytes(db),
      queues: await readQueues(db, at, await componentsAbout(db, c.var.actor)),
    }));
    const sendsMail = deps.site.sendsMail === true;
    return c.json(
      { version, node: process.version, at, startedAt, sendsMail, lastBackup: lastBackup ?? null, ...found },
      200,
    );
  });
};
