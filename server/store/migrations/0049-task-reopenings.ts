// Who asked to open a completed task again, what was decided, and what had been given before.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('taskReopenings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('taskId', 'text', (column) => column.notNull())
    .addColumn('planId', 'text', (column) => column.notNull())
    .addColumn('askedBy', 'text', (column) => column.notNull())
    .addColumn('askedAt', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('decidedBy', 'text')
    .addColumn('decidedAt', 'text')
    .addColumn('answer', 'text')
    .addColumn('result', 'text')
    .addColumn('completedAt', 'text')
    .execute();
  await db.schema
    .createIndex('task_reopenings_of_task')
    .on('taskReopenings')
    .columns(['taskId', 'askedAt'])
    .execute();
  await db.schema
    .createIndex('task_reopenings_by_state')
    .on('taskReopenings')
    .columns(['state', 'askedAt'])
    .execute();
}
