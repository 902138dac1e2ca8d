// In which language people are told things by mail, the reports that they want every week, and which deadlines that
// nobody can miss have been told of.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('digests')
    .addColumn('language', 'text', (c) => c.notNull().defaultTo('en'))
    .execute();
  await db.schema
    .createTable('reportMails')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('filter', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('nextAt', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('reportMails_due').on('reportMails').columns(['nextAt']).execute();
  await db.schema.createIndex('reportMails_of').on('reportMails').columns(['personId']).execute();
  await db.schema
    .createTable('toldDeadlines')
    .addColumn('taskId', 'text', (c) => c.notNull())
    .addColumn('closesAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('toldDeadlines_pk', ['taskId', 'closesAt'])
    .execute();
}
