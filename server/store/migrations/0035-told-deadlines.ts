// Who was told of a deadline that nobody can miss: whoever takes a task over in its last day is told as well.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('toldDeadlines').renameTo('toldDeadlinesBefore').execute();
  await db.schema
    .createTable('toldDeadlines')
    .addColumn('taskId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('closesAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('toldDeadlines_whom', ['taskId', 'personId', 'closesAt'])
    .execute();
  // Those who have the tasks now were told.
  await sql`insert into "toldDeadlines" ("taskId", "personId", "closesAt")
    select d."taskId", t."assigneeId", d."closesAt" from "toldDeadlinesBefore" d
    join tasks t on t.id = d."taskId" where t."assigneeId" is not null`.execute(db);
  await db.schema.dropTable('toldDeadlinesBefore').execute();
}
