// /tasks: what people must do.
import { createRoute, type z } from '@hono/zod-openapi';
import { canonicalInstant } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { cycleTaskOf } from '../runtime/absences/place-task.ts';
import { raterFacts } from '../runtime/raters/present-changes.ts';
import { reopeningOf } from '../runtime/reopenings/present-reopenings.ts';
import { tagOf } from '../runtime/tasks/as-seen.ts';
import { claimableBy, mayClaim, offeredTo } from '../runtime/tasks/claimable.ts';
import { commentTask } from '../runtime/tasks/comment-task.ts';
import { completeTask } from '../runtime/tasks/complete-task.ts';
import { claimTask, delegateTask, mayPassOn } from '../runtime/tasks/pass-on-task.ts';
import { type PresentedTask, presentTasks } from '../runtime/tasks/present-task.ts';
import { isWordOfGone } from '../runtime/tasks/self-appraisal.ts';
import { requireTask, sightOf } from '../runtime/tasks/sight.ts';
import { whoReads } from '../runtime/tasks/who-reads.ts';
import { listTaskComments } from '../store/queries/task-comments.ts';
import { dueKey, listTasks, type TaskFilter } from '../store/queries/tasks.ts';
import type { Db } from '../store/schema.ts';
import { mayRead } from './plan-sight.ts';
import { idParam, pageOf } from './wire/common.ts';
import { fromCursor, toCursor } from './wire/cursor.ts';
import {
  commentTaskWire,
  completeTaskWire,
  delegateTaskWire,
  taskDetailWire,
  taskQuery,
  taskWire,
} from './wire/tasks.ts';

const tags = ['Tasks'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listTasks',
  tags,
  request: { query: taskQuery },
  responses: answers(200, 'Tasks that the reader may see, by due instant', pageOf(taskWire)),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readTask',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The task with its comments', taskDetailWire),
});
const complete = createRoute({
  method: 'post',
  path: '/{id}/complete',
  operationId: 'completeTask',
  tags,
  request: { params: idParam, body: jsonBody(completeTaskWire) },
  responses: answers(
    200,
    'The completed task; the same result again gives the same answer. Of a dry run the task as it is: its completion would be accepted',
    taskDetailWire,
  ),
});
const claim = createRoute({
  method: 'post',
  path: '/{id}/claim',
  operationId: 'claimTask',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The task, now the reader’s', taskDetailWire),
});
const delegate = createRoute({
  method: 'post',
  path: '/{id}/delegate',
  operationId: 'delegateTask',
  tags,
  request: { params: idParam, body: jsonBody(delegateTaskWire) },
  responses: answers(200, 'The task, now somebody else’s', taskDetailWire),
});
const comment = createRoute({
  method: 'post',
  path: '/{id}/comment',
  operationId: 'commentTask',
  tags,
  request: { params: idParam, body: jsonBody(commentTaskWire) },
  responses: answers(200, 'The task with the comment', taskDetailWire),
});

/** A key reads every task by what it was given; people by what they have to do. */
const authorizeReading = (actor: Actor) => authorize(actor, actor.grants ? 'tasks.read' : 'tasks.work');

/** What people answered is no figure that goes out. ADR 0044. */
const withoutAnswers = <Task extends PresentedTask>(task: Task, { grants }: Actor): Task =>
  grants ? { ...task, result: null } : task;

/** What the query's `assignee` asks for. */
async function heldBy(db: Db, assignee: string | undefined, actor: Actor): Promise<TaskFilter> {
  if (assignee === 'claimable') return offeredTo(db, actor);
  if (assignee === 'nobody') return { unassigned: true };
  return { assignee: assignee === 'me' ? actor.id : assignee };
}

const readerOf = ({ id: personId, roles }: Actor, at: string) => ({ personId, roles, at });

async function readPage({ store, clock, calendars }: Deps, query: z.infer<typeof taskQuery>, actor: Actor) {
  const { cursor, limit, due, dueBefore, assignee, snoozed, ...rest } = query;
  const after = fromCursor(cursor, 2);
  const at = clock.now();
  return store.read(async (db) => {
    const filter = {
      ...rest,
      ...(due === 'overdue' ? { state: 'open' } : {}),
      ...(await heldBy(db, assignee, actor)),
      snoozes: snoozed && { show: snoozed, personId: actor.id, at },
      dueBefore: due === 'overdue' ? at : dueBefore && canonicalInstant(dueBefore),
    };
    const page = { after: after && { due: after[0] ?? '', id: after[1] ?? '' }, limit };
    const tasks = await listTasks(db, await sightOf(db, actor), { filter, page });
    const last = tasks.length === limit ? tasks.at(-1) : undefined;
    const told = assignee === 'claimable' ? await claimableBy(db, tasks, actor) : tasks;
    const presented = await presentTasks({ calendars }, db, told, readerOf(actor, at));
    return {
      items: presented.map((task) => withoutAnswers(task, actor)),
      nextCursor: last ? toCursor(dueKey(last), last.id) : null,
    };
  });
}

/** @throws ProblemError not-found. */
export async function readOne({ store, clock, calendars, cycles }: Deps, id: string, actor: Actor) {
  return store.read(async (db) => {
    const task = await requireTask(db, id, actor);
    const [presented] = await presentTasks({ calendars }, db, [task], readerOf(actor, clock.now()));
    if (!presented) throw new Error(`The task ${id} was not presented.`);
    const detail = {
      ...withoutAnswers(presented, actor),
      comments: actor.grants ? [] : await listTaskComments(db, id),
      ...(await raterFacts(db, task, actor)),
      mayClaim: await mayClaim(db, task, actor),
      mayPassOn: mayPassOn(task, actor),
      mayRead: await mayRead(db, actor, task),
      isWordOfGone: isWordOfGone(task),
      readBy: whoReads(await cycleTaskOf(db, task), task),
      decidesObjection: task.purpose === 'appeal',
      reopening: await reopeningOf({ cycles }, db, { task, actor }),
    };
    return { task: detail, tag: tagOf(task) };
  });
}

export const tasks = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorizeReading(c.var.actor);
      return c.json(await readPage(deps, c.req.valid('query'), c.var.actor), 200);
    })
    .openapi(read, async (c) => {
      authorizeReading(c.var.actor);
      const { task, tag } = await readOne(deps, c.req.valid('param').id, c.var.actor);
      return c.json(task, 200, { etag: tag });
    })
    .openapi(complete, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      const given = c.req.valid('json');
      await completeTask(deps, id, { ...given, actor, ifMatch: c.req.header('if-match') });
      const { task, tag } = await readOne(deps, id, actor);
      return c.json(task, 200, { etag: tag });
    })
    .openapi(claim, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      await claimTask(deps, id, actor);
      return c.json((await readOne(deps, id, actor)).task, 200);
    })
    .openapi(delegate, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      const ifMatch = c.req.header('if-match');
      await delegateTask(deps, id, { ...c.req.valid('json'), actor, ifMatch });
      return c.json((await readOne(deps, id, actor)).task, 200);
    })
    .openapi(comment, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const { id } = c.req.valid('param');
      await commentTask(deps, id, { ...c.req.valid('json'), actor });
      return c.json((await readOne(deps, id, actor)).task, 200);
    });
