// Raters who are not asked after all: why, who is asked instead, and who has to name them meanwhile.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('raterChanges')
    .addColumn('taskId', 'text', (column) => column.primaryKey())
    .addColumn('planId', 'text', (column) => column.notNull())
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('askId', 'text')
    .addColumn('namedId', 'text')
    .addColumn('note', 'text')
    .addColumn('settledAt', 'text')
    .addColumn('settledBy', 'text')
    .execute();
  await db.schema.createIndex('raterChangesByPlan').on('raterChanges').column('planId').execute();
  await db.schema.createIndex('raterChangesByAsk').on('raterChanges').column('askId').execute();
}
