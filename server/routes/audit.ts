// /audit: who did what, when, from what to what. It is read and never written here; that it was taken along is in it.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { afterOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter } from '../http/router.ts';
import { auditFile } from '../runtime/admin/audit-file.ts';
import { withNames } from '../runtime/present/audit-names.ts';
import { personRefs } from '../runtime/present/person-names.ts';
import { heldFromActor } from '../runtime/ratings/rating-sight.ts';
import { type AuditSight, auditTerms, countAudit, pageAudit } from '../store/queries/audit.ts';
import { appendAudit, firstBrokenAuditLine } from '../store/queries/records.ts';
import type { Db } from '../store/schema.ts';
import { fileHeaders } from './file-headers.ts';
import { auditChainWire, auditFilterWire, auditLineWire, auditTermsWire } from './wire/admin.ts';
import { pageOf, pageQuery, z } from './wire/common.ts';

const tags = ['Administration'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listAudit',
  tags,
  request: { query: pageQuery.extend(auditFilterWire.shape) },
  responses: answers(200, 'Lines of the audit trail, the newest first', pageOf(auditLineWire)),
});
const terms = createRoute({
  method: 'get',
  path: '/terms',
  operationId: 'listAuditTerms',
  tags,
  responses: answers(200, 'Which actions there are in the trail, and whose', auditTermsWire),
});
const chain = createRoute({
  method: 'get',
  path: '/chain',
  operationId: 'verifyAudit',
  tags,
  description:
    'Each line holds the hash of the one before it, so one that was altered or taken out is found.',
  responses: answers(200, 'Whether every line follows from the one before it', auditChainWire),
});
const file = createRoute({
  method: 'get',
  path: '/csv',
  operationId: 'readAuditAsCsv',
  tags,
  description:
    'The same lines, with the ids as they are and what they are called beside them. Cells that a spreadsheet would run begin with an apostrophe.',
  request: { query: auditFilterWire },
  responses: {
    ...answers(200, 'The lines as a file', z.string()),
    200: { description: 'The lines as a file', content: { 'text/csv': { schema: z.string() } } },
  },
});

/** Of a plan about the reader that is under review they are told here no more than by the plan itself. */
async function sightFor(deps: Deps, db: Db, actor: Actor): Promise<AuditSight> {
  const held = [...(await heldFromActor(deps, db, actor))].map(([planId, { at }]) => ({ planId, from: at }));
  return { readerId: actor.id, held };
}

export const audit = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'audit.read');
      const { cursor, limit, ...filter } = c.req.valid('query');
      const before = cursor === undefined ? null : afterOf(cursor);
      const lines = await deps.store.read(async (db) => {
        const sight = await sightFor(deps, db, c.var.actor);
        return pageAudit(db, filter, { before, limit, sight });
      });
      const items = await withNames(deps, lines);
      return c.json({ items, nextCursor: nextCursor(items, limit, ({ seq }) => [seq]) }, 200);
    })
    .openapi(terms, async (c) => {
      authorize(c.var.actor, 'audit.read');
      const found = await deps.store.read(async (db) => {
        const { actions, actors } = await auditTerms(db);
        return { actions, actors: actors.map(await personRefs(db, actors)) };
      });
      return c.json(found, 200);
    })
    .openapi(chain, async (c) => {
      authorize(c.var.actor, 'audit.read');
      const found = await deps.store.read(async (db) => ({
        lines: await countAudit(db, {}),
        firstBroken: await firstBrokenAuditLine(db),
      }));
      return c.json(found, 200);
    })
    .openapi(file, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'audit.read');
      const filter = c.req.valid('query');
      const at = deps.clock.now();
      const entry = { action: 'audit.export', resource: 'audit', detail: { ...filter } };
      await deps.store.commit((db) => appendAudit(db, { at, actor: actor.id, ...entry }));
      const sight = await deps.store.read((db) => sightFor(deps, db, actor));
      const headers = await fileHeaders(deps, { name: 'audit', at, reader: actor });
      return c.body(auditFile(deps, filter, sight), 200, headers);
    });
