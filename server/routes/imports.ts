// /imports: records from a file, dry run first, whole or not at all.
import { createRoute } from '@hono/zod-openapi';
import type { Observation } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { runImport } from '../imports/run-import.ts';
import { observationsRecorded } from '../runtime/organisation/observation-recorded.ts';
import type { Db } from '../store/schema.ts';
import { importWire, newImportWire } from './wire/automations.ts';
import { z } from './wire/common.ts';

const run = createRoute({
  method: 'post',
  path: '/',
  operationId: 'runImport',
  tags: ['Organisation'],
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: jsonBody(newImportWire),
  },
  responses: answers(
    200,
    'What was imported, or what refuses it; a refused import changed nothing',
    importWire,
  ),
});

export const imports = (deps: Deps) =>
  createRouter().openapi(run, async (c) => {
    authorize(c.var.actor, 'imports.run');
    const dryRun = c.req.valid('query').dryRun === 'true';
    const { actor } = c.var;
    const onRecorded = (db: Db, observations: Observation[]) =>
      observationsRecorded(deps, db, { observations, actor: actor.id });
    const report = await runImport({ ...deps, onRecorded }, { given: c.req.valid('json'), actor, dryRun });
    return c.json(report, 200);
  });
