// /migrations: plans taken from one version of their cycle to another, rehearsed first, and taken back.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { afterOf, beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { createMigration, undoMigrationOf } from '../runtime/migrations/migrations.ts';
import { presentItem, presentMigration } from '../runtime/present/present-migrations.ts';
import { countMigrationItems, itemStates, pageMigrationItems } from '../store/queries/migration-items.ts';
import { findMigration, pageMigrations, type StoredMigration } from '../store/queries/migrations.ts';
import type { Db } from '../store/schema.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import {
  migrationItemWire,
  migrationReportWire,
  migrationWire,
  newMigrationWire,
} from './wire/migrations.ts';

const tags = ['Migrations'];
const underWay = {
  202: {
    description: 'Under way; read it again for its progress',
    content: { 'application/json': { schema: migrationReportWire } },
  },
};
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listMigrations',
  tags,
  request: { query: pageQuery },
  responses: answers(200, 'Migrations and rehearsals, the newest first', pageOf(migrationWire)),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createMigration',
  tags,
  request: { body: jsonBody(newMigrationWire) },
  responses: {
    ...answers(200, 'What became, or would become, of each plan', migrationReportWire),
    ...underWay,
  },
});
const read = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'readMigration',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The migration with its progress and its first plans', migrationReportWire),
});
const results = createRoute({
  method: 'get',
  path: '/{id}/results',
  operationId: 'readMigrationResults',
  tags,
  request: { params: idParam, query: pageQuery.extend({ state: z.enum(itemStates).optional() }) },
  responses: answers(200, 'What became of each plan', pageOf(migrationItemWire)),
});
const undo = createRoute({
  method: 'post',
  path: '/{id}/undo',
  operationId: 'undoMigration',
  tags,
  request: { params: idParam },
  responses: {
    ...answers(
      200,
      'Each plan that has not moved since is as it was; the others say why not',
      migrationReportWire,
    ),
    ...underWay,
  },
});

/** Plans that come with the migration itself. */
const FIRST = 200;

async function presentReport(db: Db, migration: StoredMigration) {
  const { id } = migration;
  const counts = (await countMigrationItems(db, [id]))(id);
  const page = await pageMigrationItems(db, { migrationId: id, after: -1, limit: FIRST });
  const next = nextCursor(page, FIRST, (last) => [last.position]);
  return { ...presentMigration(migration, counts), plans: page.map(presentItem), nextCursor: next };
}

const isUnderWay = ({ status }: { status: string }): boolean => status === 'running' || status === 'undoing';

const reading = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'migrations.read');
      const { cursor, limit } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const page = await pageMigrations(db, { before: beforeOf(cursor), limit });
        const countsOf = await countMigrationItems(
          db,
          page.map(({ id }) => id),
        );
        return page.map((migration) => presentMigration(migration, countsOf(migration.id)));
      });
      const next = nextCursor(items, limit, (last) => [last.createdAt, last.id]);
      return c.json({ items, nextCursor: next }, 200);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'migrations.read');
      const { id } = c.req.valid('param');
      const found = await deps.store.read(async (db) => {
        const migration = await findMigration(db, id);
        return migration && presentReport(db, migration);
      });
      if (!found) throw notFound('migration');
      return c.json(found, 200);
    })
    .openapi(results, async (c) => {
      authorize(c.var.actor, 'migrations.read');
      const { id: migrationId } = c.req.valid('param');
      const { cursor, limit, state } = c.req.valid('query');
      const page = await deps.store.read(async (db) => {
        if (!(await findMigration(db, migrationId))) throw notFound('migration');
        return pageMigrationItems(db, { migrationId, after: afterOf(cursor), limit, state });
      });
      const next = nextCursor(page, limit, (last) => [last.position]);
      return c.json({ items: page.map(presentItem), nextCursor: next }, 200);
    });

export const migrations = (deps: Deps) =>
  reading(deps)
    .openapi(create, async (c) => {
      authorize(c.var.actor, 'migrations.run');
      const migration = await createMigration(deps, c.req.valid('json'), c.var.actor.id);
      c.header('location', `/api/v1/migrations/${migration.id}`);
      const report = await deps.store.read((db) => presentReport(db, migration));
      return isUnderWay(migration) ? c.json(report, 202) : c.json(report, 200);
    })
    .openapi(undo, async (c) => {
      authorize(c.var.actor, 'migrations.run');
      const migration = await undoMigrationOf(deps, c.req.valid('param').id, c.var.actor.id);
      const report = await deps.store.read((db) => presentReport(db, migration));
      return isUnderWay(migration) ? c.json(report, 202) : c.json(report, 200);
    });
