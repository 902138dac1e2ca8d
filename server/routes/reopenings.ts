// /reopenings and /tasks/{id}/reopening: a completed task is opened again when somebody asks and another grants it.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { listToDecide } from '../runtime/reopenings/present-reopenings.ts';
import { askReopening, decideReopening } from '../runtime/reopenings/reopenings.ts';
import { readOne } from './tasks.ts';
import { idParam, z } from './wire/common.ts';
import { askReopeningWire, decideReopeningWire, reopeningWire } from './wire/reopenings.ts';
import { taskDetailWire } from './wire/tasks.ts';

const tags = ['Tasks'];
const toDecide = z.object({ items: z.array(reopeningWire) });
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listTaskReopenings',
  tags,
  responses: answers(200, 'What the reader may decide, oldest first', toDecide),
});
const decide = createRoute({
  method: 'post',
  path: '/{id}/decision',
  operationId: 'decideTaskReopening',
  tags,
  description: 'By a manager above whoever asks, or HR; never by them, nor by whom the plan is about.',
  request: { params: idParam, body: jsonBody(decideReopeningWire) },
  responses: answers(200, 'What is left to decide', toDecide),
});
const ask = createRoute({
  method: 'post',
  path: '/{id}/reopening',
  operationId: 'askTaskReopening',
  tags,
  description: 'Whoever completed the task asks to change it, as long as the plan has not gone on.',
  request: { params: idParam, body: jsonBody(askReopeningWire) },
  responses: answers(200, 'The task, with the request', taskDetailWire),
});

const listFor = (deps: Deps, actor: Actor) =>
  deps.store.read(async (db) => ({ items: await listToDecide(deps, db, actor) }));

export const reopenings = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      return c.json(await listFor(deps, c.var.actor), 200);
    })
    .openapi(decide, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { decision, answer } = c.req.valid('json');
      await decideReopening(deps, c.req.valid('param').id, { decision, answer, actor });
      return c.json(await listFor(deps, actor), 200);
    });

export const taskReopenings = (deps: Deps) =>
  createRouter().openapi(ask, async (c) => {
    const { actor } = c.var;
    authorize(actor, 'tasks.work');
    const { id } = c.req.valid('param');
    await askReopening(deps, id, { reason: c.req.valid('json').reason, actor });
    return c.json((await readOne(deps, id, actor)).task, 200);
  });
