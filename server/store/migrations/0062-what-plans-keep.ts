// Until when an ended plan keeps its drafts, raw answers and notes, as its cycle says, and what has gone.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('planKeeping')
    .addColumn('planId', 'text', (column) => column.primaryKey())
    .addColumn('nextAt', 'text')
    .addColumn('kinds', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('plan_keeping_next').on('planKeeping').column('nextAt').execute();
}
