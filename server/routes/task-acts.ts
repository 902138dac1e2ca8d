// /tasks: putting off, reminding, and one wish for many tasks at once.
import { createRoute } from '@hono/zod-openapi';
import { canonicalInstant } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { declineTask } from '../runtime/raters/decline.ts';
import { remindAssignee } from '../runtime/tasks/remind-assignee.ts';
import { snoozeTask } from '../runtime/tasks/snooze-task.ts';
import { type BulkAct, workMany } from '../runtime/tasks/work-many.ts';
import { readOne } from './tasks.ts';
import { idParam, z } from './wire/common.ts';
import { bulkAnswerWire, bulkWire, declineTaskWire, snoozeTaskWire, taskDetailWire } from './wire/tasks.ts';

const tags = ['Tasks'];
const snooze = createRoute({
  method: 'post',
  path: '/{id}/snooze',
  operationId: 'snoozeTask',
  tags,
  description:
    'Out of the reader’s own list until then, or until another task of theirs is done; until null brings it back at once.',
  request: { params: idParam, body: jsonBody(snoozeTaskWire) },
  responses: answers(200, 'The task', taskDetailWire),
});
const remind = createRoute({
  method: 'post',
  path: '/{id}/remind',
  operationId: 'remindAssignee',
  tags,
  description: 'Tells who has the task that the reader waits for it, once a day.',
  request: { params: idParam },
  responses: answers(200, 'The task', taskDetailWire),
});
const decline = createRoute({
  method: 'post',
  path: '/{id}/decline',
  operationId: 'declineTask',
  tags,
  description:
    'A peer or a report who is asked for their view cannot give it. Somebody else is then looked for.',
  request: { params: idParam, body: jsonBody(declineTaskWire) },
  responses: answers(200, 'Said', z.object({ id: z.string() })),
});
const bulk = createRoute({
  method: 'post',
  path: '/bulk',
  operationId: 'workManyTasks',
  tags,
  description:
    'The same wish for many tasks. Each is asked by its own rules and answers for itself; the answer is 200 also when some refuse.',
  request: { body: jsonBody(bulkWire) },
  responses: answers(200, 'What each task answered', bulkAnswerWire),
});

const inOneForm = (wish: BulkAct): BulkAct =>
  wish.act === 'snooze' ? { ...wish, until: wish.until && canonicalInstant(wish.until) } : wish;

export const taskActs = (deps: Deps) =>
  createRouter()
    .openapi(snooze, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      const { until, ...rest } = c.req.valid('json');
      await snoozeTask(deps, id, { ...rest, until: until && canonicalInstant(until), actor });
      return c.json((await readOne(deps, id, actor)).task, 200);
    })
    .openapi(remind, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      await remindAssignee(deps, id, actor);
      return c.json((await readOne(deps, id, actor)).task, 200);
    })
    .openapi(decline, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      await declineTask(deps, id, { actor, reason: c.req.valid('json').reason });
      return c.json({ id }, 200);
    })
    .openapi(bulk, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { ids, wish } = c.req.valid('json');
      const items = await workMany(deps, ids, { actor, wish: inOneForm(wish) });
      const done = items.filter(({ outcome }) => outcome === 'done').length;
      return c.json({ done, refused: items.length - done, items }, 200);
    });
