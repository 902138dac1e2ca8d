// /launches/{id}/calibration: the appraisals of a launch side by side.
import { createRoute } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { mayDecide } from '../runtime/calibration/may-decide.ts';
import { readSession, type Scored, type Session } from '../runtime/calibration/read-session.ts';
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

function presentLine({ items: _, cycleId: __, version: ___, evidence, task, ...line }: Scored, actor: Actor) {
  const open = task && { id: task.id, mayDecide: mayDecide({ ...line, task }, actor), dueAt: task.dueAt };
  return { ...line, evidence: evidence.length, task: open };
}

const present = (session: Session, actor: Actor): z.input<typeof calibrationWire> => ({
  launchId: session.launch.id,
  cycleId: session.launch.cycleId,
  version: session.launch.version,
  period: session.launch.period,
  groups: session.groups,
  tooMany: session.tooMany,
  lines: session.lines.map((line) => presentLine(line, actor)),
  findings: session.findings,
});

export const calibrations = (deps: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { actor } = c.var;
    const { group } = c.req.valid('query');
    const session = await readSession(deps, { launchId: c.req.valid('param').id, actor, group });
    return c.json(present(session, actor), 200);
  });
