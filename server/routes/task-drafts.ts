// What people have typed into tasks: /tasks/{id}/draft is theirs to write, /drafts what they left when others took over.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { revisionOf, tagOf } from '../http/etag.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { ProblemError } from '../problem.ts';
import { keepTaskDraft, readDrafts } from '../runtime/tasks/task-drafts.ts';
import { listLeftDrafts } from '../store/queries/task-drafts.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';
import { keepDraftWire, leftDraftWire, taskDraftsWire, taskDraftWire, taskStates } from './wire/tasks.ts';

const tags = ['Tasks'];
const read = createRoute({
  method: 'get',
  path: '/{id}/draft',
  operationId: 'readTaskDraft',
  tags,
  description:
    'What others typed who had the task before is shown to HR, and where the cycle passes drafts on; who reads it is on record. Nobody reads the draft of whoever has the task, nor those of sealed tasks and of raters without names.',
  request: { params: idParam },
  responses: answers(200, 'The reader’s draft, and that there are others', taskDraftsWire),
});
const keep = createRoute({
  method: 'put',
  path: '/{id}/draft',
  operationId: 'keepTaskDraft',
  tags,
  description:
    'Keeps what the reader has typed; the task stays open. If-Match is the ETag that the draft was read or kept with, "0" for the first time.',
  request: { params: idParam, body: jsonBody(keepDraftWire) },
  responses: answers(200, 'The draft; the same again gives the same answer', taskDraftWire),
});
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listLeftDrafts',
  tags,
  request: { query: pageQuery },
  responses: answers(
    200,
    'What the reader has typed into tasks that others have now, the newest first',
    pageOf(leftDraftWire),
  ),
});

const requireRevision = (ifMatch: string | undefined): number => {
  const revision = revisionOf(ifMatch);
  if (revision !== undefined) return revision;
  throw new ProblemError(
    'precondition-required',
    'Send If-Match with the ETag of the draft, "0" when there is none; nothing was changed.',
  );
};

/** Under /tasks, where they belong. */
export const taskDrafts = (deps: Deps) =>
  createRouter()
    .openapi(read, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const drafts = await readDrafts(deps, c.req.valid('param').id, actor);
      return c.json(drafts, 200, { etag: tagOf(drafts.own?.revision ?? 0) });
    })
    .openapi(keep, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'tasks.work');
      const revision = requireRevision(c.req.header('if-match'));
      const { content } = c.req.valid('json');
      const draft = await keepTaskDraft(deps, c.req.valid('param').id, { content, actor, revision });
      return c.json(draft, 200, { etag: tagOf(draft.revision) });
    });

const stateOf = (state: string): (typeof taskStates)[number] =>
  taskStates.find((known) => known === state) ?? 'closed';

export const leftDrafts = ({ store }: Deps) =>
  createRouter().openapi(list, async (c) => {
    authorize(c.var.actor, 'tasks.work');
    const { cursor, limit } = c.req.valid('query');
    const rows = await store.read((db) =>
      listLeftDrafts(db, c.var.actor.id, { before: beforeOf(cursor), limit }),
    );
    const items = rows.map(({ assigneeId, assigneeName, state, content, ...row }) => ({
      ...row,
      state: stateOf(state),
      assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? assigneeId },
      content: JSON.parse(content),
    }));
    return c.json(
      { items, nextCursor: nextCursor(items, limit, (last) => [last.savedAt, last.taskId]) },
      200,
    );
  });
