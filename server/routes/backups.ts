// /backups: copies of everything, made while the server works.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { makeBackup, readBackup, removeBackup } from '../runtime/admin/backups.ts';
import { backupsWire, backupWire } from './wire/admin.ts';
import { idParam, z } from './wire/common.ts';

const tags = ['Administration'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listBackups',
  tags,
  responses: answers(200, 'The backups in the data folder, the newest first', backupsWire),
});
const make = createRoute({
  method: 'post',
  path: '/',
  operationId: 'makeBackup',
  tags,
  description: 'Answered once it is made, checked and on the disk. Others go on working meanwhile.',
  responses: answers(201, 'The new backup', backupWire),
});
const file = createRoute({
  method: 'get',
  path: '/{id}/file',
  operationId: 'readBackup',
  tags,
  request: { params: idParam },
  responses: {
    ...answers(200, 'The backup', z.string()),
    200: { description: 'The backup', content: { 'application/vnd.sqlite3': { schema: z.string() } } },
  },
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'removeBackup',
  tags,
  request: { params: idParam },
  responses: answers(200, 'It is gone', z.object({ name: z.string() })),
});

export const backups = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'backups.keep');
      return c.json({ items: await deps.backups.list() }, 200);
    })
    .openapi(make, async (c) => {
      authorize(c.var.actor, 'backups.keep');
      return c.json(await makeBackup(deps, c.var.actor), 201);
    })
    .openapi(file, async (c) => {
      authorize(c.var.actor, 'backups.keep');
      const { backup, content } = await readBackup(deps, c.var.actor, c.req.valid('param').id);
      return c.body(content, 200, {
        'content-type': 'application/vnd.sqlite3',
        'content-length': String(backup.bytes),
        'content-disposition': `attachment; filename="${backup.name}"`,
      });
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'backups.keep');
      const name = c.req.valid('param').id;
      await removeBackup(deps, c.var.actor, name);
      return c.json({ name }, 200);
    });
