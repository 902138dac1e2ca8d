// Migrations of plans from one version of a cycle to another: what was asked for, and one item for each plan with
// what became of it and what takes it back.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('migrations')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('cycleId', 'text', (c) => c.notNull())
    .addColumn('fromVersion', 'integer', (c) => c.notNull())
    .addColumn('toVersion', 'integer', (c) => c.notNull())
    .addColumn('mapping', 'text', (c) => c.notNull())
    .addColumn('dryRun', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('finishedAt', 'text')
    .addColumn('undoneAt', 'text')
    .addColumn('undoneBy', 'text')
    .execute();
  await db.schema.createIndex('migrations_by_status').on('migrations').column('status').execute();
  await db.schema
    .createTable('migrationItems')
    .addColumn('migrationId', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('planId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer')
    .addColumn('report', 'text')
    .addColumn('before', 'text')
    .addColumn('undoState', 'text')
    .addColumn('undoProblem', 'text')
    .addPrimaryKeyConstraint('migrationItems_key', ['migrationId', 'position'])
    .execute();
  await db.schema
    .createIndex('migrationItems_by_state')
    .on('migrationItems')
    .columns(['migrationId', 'state', 'position'])
    .execute();
  await db.schema
    .createIndex('migrationItems_by_undo')
    .on('migrationItems')
    .columns(['migrationId', 'undoState', 'position'])
    .execute();
}
