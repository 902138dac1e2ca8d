// /launches/{id}/calibration: the appraisals of a launch side by side.
import { createRoute } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { presentTable } from '../runtime/calibration/present-sessions.ts';
import { readSession } from '../runtime/calibration/read-session.ts';
import { calibrationWire } from './wire/calibrations.ts';
import { idParam, z as wire } from './wire/common.ts';

const read = createRoute({
  method: 'get',
  path: '/{id}/calibration',
  operationId: 'readCalibration',
  tags: ['Launches'],
  request: {
    params: idParam,
    /** The component above those that are compared. */
    query: wire.object({ group: wire.string().optional() }),
  },
  responses: answers(
    200,
    'The appraisals of the launch, and what the checks on ratings find; without the reader’s own',
    calibrationWire,
  ),
});

export const calibrations = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { actor } = c.var;
    const { group } = c.req.valid('query');
    const session = await readSession(deps, { launchId: c.req.valid('param').id, actor, group });
    return c.json(presentTable(session, actor), 200);
  });
