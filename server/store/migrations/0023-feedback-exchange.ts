// Feedback between any two: to whom, who reads it, under which promise; requests, replies and thanks. What was said
// before is read by those who see the plan, as its form promised.
import { type Kysely, sql } from 'kysely';

async function widenFeedback(db: Kysely<unknown>): Promise<void> {
  // A column cannot become nullable in place, so the table is written anew.
  await db.schema.dropIndex('feedback_componentId').execute();
  await db.schema.alterTable('feedback').renameTo('feedbackBefore').execute();
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('planId', 'text')
    .addColumn('componentId', 'text')
    .addColumn('toPersonId', 'text')
    .addColumn('goalId', 'text')
    .addColumn('authorId', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('visibility', 'text', (c) => c.notNull())
    .addColumn('managerId', 'text')
    .addColumn('requestId', 'text')
    .addColumn('thankedAt', 'text')
    .addColumn('anonymity', 'text', (c) => c.notNull())
    .addColumn('raterGroup', 'text')
    .addColumn('threshold', 'integer')
    .addColumn('round', 'integer')
    .execute();
  await sql`insert into ${sql.table('feedback')} (${sql.ref('id')}, ${sql.ref('planId')}, ${sql.ref('componentId')},
    ${sql.ref('authorId')}, ${sql.ref('text')}, ${sql.ref('at')}, ${sql.ref('visibility')}, ${sql.ref('anonymity')})
    select ${sql.ref('id')}, ${sql.ref('planId')}, ${sql.ref('componentId')}, ${sql.ref('authorId')},
    ${sql.ref('text')}, ${sql.ref('at')}, 'plan', 'named' from ${sql.table('feedbackBefore')}`.execute(db);
  await db.schema.dropTable('feedbackBefore').execute();
  for (const column of ['componentId', 'toPersonId', 'authorId', 'managerId', 'planId'])
    await db.schema.createIndex(`feedback_${column}`).on('feedback').columns([column, 'at']).execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await widenFeedback(db);
  await db.schema
    .createTable('feedbackReplies')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('feedbackId', 'text', (c) => c.notNull())
    .addColumn('authorId', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('feedbackReplies_of')
    .on('feedbackReplies')
    .columns(['feedbackId', 'at'])
    .execute();
  await db.schema
    .createTable('feedbackRequests')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('requesterId', 'text', (c) => c.notNull())
    .addColumn('askedId', 'text', (c) => c.notNull())
    .addColumn('componentId', 'text')
    .addColumn('goalId', 'text')
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('settledAt', 'text')
    .addColumn('reason', 'text')
    .execute();
  for (const column of ['requesterId', 'askedId'])
    await db.schema
      .createIndex(`feedbackRequests_${column}`)
      .on('feedbackRequests')
      .columns([column, 'at'])
      .execute();
  await db.schema.alterTable('notifications').addColumn('place', 'text').execute();
}
