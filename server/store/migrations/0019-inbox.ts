// A person's own inbox: tasks put off until an instant, views saved under a name, and the one to begin with.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('taskSnoozes')
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('taskId', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('taskSnoozes_key', ['personId', 'taskId'])
    .execute();
  await db.schema
    .createTable('savedFilters')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('search', 'text', (c) => c.notNull())
    .addColumn('shared', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('savedFilters_of').on('savedFilters').columns(['ownerId']).execute();
  await db.schema
    .createTable('firstFilters')
    .addColumn('personId', 'text', (c) => c.primaryKey())
    .addColumn('filterId', 'text', (c) => c.notNull())
    .execute();
}
