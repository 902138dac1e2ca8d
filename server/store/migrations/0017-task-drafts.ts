// What people have typed into a task and not handed in yet: one draft for each person and task, kept whoever has the
// task later.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('taskDrafts')
    .addColumn('taskId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('planId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('savedAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('taskDrafts_key', ['taskId', 'personId'])
    .execute();
  await db.schema
    .createIndex('taskDrafts_of')
    .on('taskDrafts')
    .columns(['personId', 'planId', 'key'])
    .execute();
}
