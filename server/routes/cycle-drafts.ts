// The drafts of cycles, which designers save: each change names the ETag that it began from.
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Cycle, parseCycle } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { pageOfList } from '../http/pages.ts';
import { answers, createRouter, type Env, jsonBody } from '../http/router.ts';
import { notFound, ProblemError } from '../problem.ts';
import { listCycles } from '../runtime/cycles/list-cycles.ts';
import { readableDraft } from '../runtime/cycles/readable-draft.ts';
import { findCycleVersion } from '../store/queries/cycles.ts';
import { appendAudit, appendFeed, changeOf } from '../store/queries/records.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { cycleSummaryWire, cycleWire } from './wire/cycles.ts';

const tags = ['Cycles'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listCycles',
  tags,
  request: {
    query: pageQuery.extend({
      /** true: the answer waits until every cycle is checked; known: nothing is checked for it, for who needs no errors. */
      checked: z.enum(['true', 'false', 'known']).optional(),
    }),
  },
  responses: answers(200, 'Every draft and every published cycle', pageOf(cycleSummaryWire)),
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readCycle',
  tags,
  request: { params: idParam },
  responses: {
    ...answers(200, 'The draft; its ETag is needed to change it', cycleWire),
    304: { description: 'The draft is the one that you have' },
  },
});
const write = createRoute({
  method: 'put',
  path: '/{id}',
  operationId: 'writeCycle',
  tags,
  request: { params: idParam, body: jsonBody(cycleWire) },
  responses: answers(200, 'The saved draft', cycleWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'removeCycle',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The draft is gone', z.object({ removed: z.boolean() })),
});

const quoted = (etag: string): string => `"${etag}"`;
const unquoted = (header: string | undefined): string | null =>
  header ? header.trim().replace(/^W\//, '').replace(/^"|"$/g, '') : null;

function parseBody(body: unknown, id: string): Cycle {
  const parsed = parseCycle(body);
  if (parsed.kind === 'refused') {
    throw new ProblemError('invalid', 'This is not a cycle document; the draft was not changed.', {
      errors: parsed.problems.map(({ code, pointer, message }) => ({ code, pointer, detail: message })),
    });
  }
  if (parsed.cycle.id !== id) {
    throw new ProblemError(
      'invalid',
      `The document's id is “${parsed.cycle.id}” and the address says “${id}”.`,
      {
        errors: [{ pointer: '/id', detail: 'Use the same id in both.' }],
      },
    );
  }
  return parsed.cycle;
}

/** The etag that the writer must have seen: null to create. */
async function expectedEtag({ drafts }: Deps, c: Context<Env>, id: string): Promise<string | null> {
  const given = unquoted(c.req.header('if-match'));
  if (given) return given;
  if (c.req.header('if-none-match') !== '*' && (await drafts.read(id))) {
    throw new ProblemError(
      'precondition-required',
      'Send the ETag of the draft that you changed as If-Match.',
    );
  }
  return null;
}

async function saveDraft(deps: Deps, c: Context<Env>, cycle: Cycle): Promise<string> {
  const before = await expectedEtag(deps, c, cycle.id);
  const saved = await deps.drafts.write(cycle, before);
  if (saved.kind === 'stale') {
    throw new ProblemError(
      'stale',
      'The draft has changed since you read it; yours was not saved. Read it again and merge.',
    );
  }
  const at = deps.clock.now();
  await deps.store.commit(async (db) => {
    const by = { id: c.var.actor.id, name: c.var.actor.name };
    await appendFeed(db, { at, type: 'cycle.saved', data: { cycleId: cycle.id, etag: saved.etag, by } });
    const etags = changeOf(before === null ? null : { etag: before }, { etag: saved.etag });
    const detail = { etag: saved.etag, ...etags };
    await appendAudit(db, {
      at,
      actor: c.var.actor.id,
      action: 'cycle.save',
      resource: `cycle/${cycle.id}`,
      detail,
    });
  });
  return saved.etag;
}

const errorsAsked = { true: 'counted', false: 'begun', known: 'known' } as const;

export const cycleDrafts = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      const { checked = 'false', ...page } = c.req.valid('query');
      const all = await listCycles(deps, { actor: c.var.actor, errors: errorsAsked[checked] });
      return c.json(pageOfList(all, { ...page, keyOf: ({ id }) => id }), 200);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      const draft = await readableDraft(deps, c.req.valid('param').id);
      c.header('etag', quoted(draft.etag));
      c.header('last-modified', new Date(draft.savedAt).toUTCString());
      if (unquoted(c.req.header('if-none-match')) === draft.etag) return c.body(null, 304);
      return c.json(draft.cycle, 200);
    })
    .openapi(write, async (c) => {
      authorize(c.var.actor, 'cycles.change');
      const cycle = parseBody(c.req.valid('json'), c.req.valid('param').id);
      c.header('etag', quoted(await saveDraft(deps, c, cycle)));
      return c.json(cycle, 200);
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'cycles.change');
      const { id } = c.req.valid('param');
      const published = await deps.store.read((db) => findCycleVersion(db, id));
      if (published) throw new ProblemError('conflict', `${id} has published versions; its draft is kept.`);
      const draft = await deps.drafts.read(id);
      if (!draft) throw notFound('cycle draft');
      await deps.drafts.remove(id);
      const entry = {
        action: 'cycle.remove',
        resource: `cycle/${id}`,
        detail: changeOf({ etag: draft.etag }, null),
      };
      await deps.store.commit((db) =>
        appendAudit(db, { at: deps.clock.now(), actor: c.var.actor.id, ...entry }),
      );
      return c.json({ removed: true }, 200);
    });
