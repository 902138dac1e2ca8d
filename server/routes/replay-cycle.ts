// /cycles/{id}/replay: finished plans run through the draft, a version or a document. Nothing is stored or sent.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { ProblemError } from '../problem.ts';
import { findCandidate } from '../runtime/cycles/candidate.ts';
import { replayCycle } from '../runtime/replays/replay-cycle.ts';
import { idParam } from './wire/common.ts';
import { newReplayWire, replayWire } from './wire/replays.ts';

/** Each keeps the server busy for a while. */
const MOST_AT_ONCE = 2;

const replay = createRoute({
  method: 'post',
  path: '/{id}/replay',
  operationId: 'replayCycle',
  tags: ['Cycles'],
  description:
    'What happened to finished plans, with the evidence of today, run through a candidate: which of them would have ended otherwise, and why. Nothing is sent or stored. Single plans are told to whoever may read them; others learn how many, and of no few.',
  request: { params: idParam, body: jsonBody(newReplayWire) },
  responses: answers(200, 'What each plan came to and would have come to', replayWire),
});

export function replaying(deps: Deps) {
  let running = 0;
  return createRouter().openapi(replay, async (c) => {
    authorize(c.var.actor, 'cycles.replay');
    const { id: cycleId } = c.req.valid('param');
    const { candidate, plans } = c.req.valid('json');
    const cycle = await findCandidate(deps, cycleId, candidate);
    if (running >= MOST_AT_ONCE)
      throw new ProblemError('too-many-requests', 'Other replays are running; try again in a moment.', {
        retryAfter: 5,
      });
    running += 1;
    try {
      const signal = AbortSignal.any([c.req.raw.signal, deps.stopping]);
      const { actor } = c.var;
      return c.json(await replayCycle(deps, { cycleId, cycle, actor, signal, ...plans }), 200);
    } finally {
      running -= 1;
    }
  });
}
