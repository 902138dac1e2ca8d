// /event-types: what subscriptions can hear of.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import { answers, createRouter } from '../http/router.ts';
import { describeEvents } from '../runtime/deliveries/describe-events.ts';
import { eventTypesWire } from './wire/automations.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listEventTypes',
  tags: ['Automations'],
  description:
    'Each with the JSON Schema of its message and a sample. A cycle’s own events (`emit`) come besides.',
  responses: answers(200, 'The events that are sent to subscriptions', eventTypesWire),
});

export const eventTypes = () => {
  const items = describeEvents();
  return createRouter().openapi(list, async (c) => {
    authorize(c.var.actor, 'automations.read');
    return c.json({ items }, 200);
  });
};
