// Imports that go on by themselves: what was asked for, how far it is, and what came of it.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imports')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('dryRun', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('wish', 'text', (c) => c.notNull())
    .addColumn('progress', 'text')
    .addColumn('report', 'text')
    .execute();
  await db.schema.createIndex('imports_status').on('imports').columns(['status', 'createdAt']).execute();
}
