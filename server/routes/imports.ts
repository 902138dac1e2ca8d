// /imports: records from a file, dry run first, whole or not at all; at once, or as an operation with progress.
import { createRoute } from '@hono/zod-openapi';
import { authorize, scopeOf } from '../access/authorize.ts';
import type { Permission } from '../access/permissions.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { beginImport, importing, readImport } from '../imports/operations.ts';
import { runImport } from '../imports/run-import.ts';
import { notFound } from '../problem.ts';
import { importWire, newImportWire } from './wire/automations.ts';
import { idParam, z } from './wire/common.ts';

const tags = ['Organisation'];
const run = createRoute({
  method: 'post',
  path: '/',
  operationId: 'runImport',
  tags,
  description:
    'With “Prefer: respond-async” the answer is the import under way, to be read again for its progress; it goes on after a restart. Without it the answer waits for the report.',
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    headers: z.object({ prefer: z.string().optional() }),
    body: jsonBody(newImportWire),
  },
  responses: {
    ...answers(200, 'What was imported, or what refuses it; a refused import changed nothing', importWire),
    202: {
      description: 'The import under way',
      content: { 'application/json': { schema: importWire } },
    },
  },
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readImport',
  tags,
  request: { params: idParam },
  responses: answers(200, 'An import that was asked for as an operation, with its progress', importWire),
});

/** What a file of each kind writes: who may not by hand may not by a file. */
const written: Record<z.infer<typeof newImportWire>['kind'], readonly Permission[]> = {
  organisation: ['organisation.change'],
  indicators: ['organisation.change', 'goals.change', 'observations.record'],
};

const wantsOperation = (prefer: string | undefined): boolean =>
  (prefer ?? '').split(/[,;]/).some((wish) => wish.trim().toLowerCase() === 'respond-async');

export const imports = (deps: Deps) =>
  createRouter()
    .openapi(run, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'imports.run');
      const given = c.req.valid('json');
      for (const permission of written[given.kind]) authorize(actor, permission);
      const dryRun = c.req.valid('query').dryRun === 'true';
      const rights = { mayChangePeople: scopeOf(actor, 'people.change') !== null };
      const wish = { given, actorId: actor.id, dryRun, ...rights };
      if (!wantsOperation(c.req.valid('header').prefer))
        return c.json(await runImport(importing(deps, actor.id), wish), 200);
      const begun = await beginImport(deps, wish);
      c.header('location', `/api/v1/imports/${begun.id}`);
      c.header('preference-applied', 'respond-async');
      return c.json(begun, 202);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'imports.run');
      const found = await readImport(deps, c.req.valid('param').id);
      if (!found) throw notFound('import');
      return c.json(found, 200);
    });
