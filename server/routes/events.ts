// /events: what changes, as it changes, as server-sent events.
import { createRoute } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { createRouter } from '../http/router.ts';
import { streamFeed } from '../live/stream-feed.ts';
import { problemSchema } from '../problem.ts';
import { z } from './wire/common.ts';

const seq = z.coerce.number().int().min(0);
const listen = createRoute({
  method: 'get',
  path: '/',
  operationId: 'streamEvents',
  tags: ['Live'],
  description:
    'Each event’s id is its number in the feed; Last-Event-ID (or lastEventId, for clients that cannot set it) resumes after it. The first event is named “ready”, or “reset” when too much was missed and everything must be read anew; the others have no name, and their data has the type.',
  request: {
    query: z.object({ lastEventId: seq.optional() }),
    headers: z.object({ 'last-event-id': seq.optional() }),
  },
  responses: {
    200: {
      description: 'A stream that does not end',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    default: { description: 'A problem', content: { 'application/problem+json': { schema: problemSchema } } },
  },
});

export const events = (deps: Deps) =>
  createRouter().openapi(listen, (c) => {
    const { actor } = c.var;
    authorize(actor, 'feed.read');
    const lastEventId = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').lastEventId ?? null;
    c.header('content-type', 'text/event-stream; charset=utf-8');
    c.header('cache-control', 'no-cache, no-transform');
    c.header('x-accel-buffering', 'no');
    // Once the stream has ended nothing keeps its socket, so that the server can stop at once.
    c.header('connection', 'close');
    return stream(c, async (out) => {
      const gone = new AbortController();
      out.onAbort(() => gone.abort());
      const listener = { write: (text: string) => out.write(text), gone: gone.signal };
      await streamFeed(deps, listener, { actor, lastEventId }).catch((error: unknown) =>
        deps.log.error({ err: error }, 'a stream of events broke off'),
      );
    });
  });
