// /cycles/{id}/presence/{page}: who has the draft open, told and asked in one.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { makePresence } from '../live/presence.ts';
import { idParam, z } from './wire/common.ts';
import { presenceWire, presentWire } from './wire/cycles.ts';

const tags = ['Live'];
const params = idParam.extend({ page: z.string().min(8).max(64) });
const tell = createRoute({
  method: 'put',
  path: '/{id}/presence/{page}',
  operationId: 'tellPresence',
  tags,
  description:
    'A page tells that it shows the draft, and hears who else does. It is forgotten when it does not tell again within 20 seconds.',
  request: { params, body: jsonBody(presentWire) },
  responses: answers(200, 'The others that have the draft open', presenceWire),
});
const leave = createRoute({
  method: 'delete',
  path: '/{id}/presence/{page}',
  operationId: 'leavePresence',
  tags,
  request: { params },
  responses: answers(200, 'The page is not there any more', z.object({ left: z.boolean() })),
});

export const presence = ({ clock }: Deps) => {
  const present = makePresence();
  return createRouter()
    .openapi(tell, (c) => {
      authorize(c.var.actor, 'cycles.read');
      const { id, page } = c.req.valid('param');
      const { id: personId, name } = c.var.actor;
      const { editing } = c.req.valid('json');
      const key = `${personId} ${page}`;
      const others = present.tell(id, key, { personId, name, editing }, Date.parse(clock.now()));
      return c.json({ others }, 200);
    })
    .openapi(leave, (c) => {
      authorize(c.var.actor, 'cycles.read');
      const { id, page } = c.req.valid('param');
      present.leave(id, `${c.var.actor.id} ${page}`);
      return c.json({ left: true }, 200);
    });
};
