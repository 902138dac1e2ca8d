// The inbox by the event's id first. Ids are made in order, so new rows come to lie side by side; by the plan first,
// every event wrote a page of its own. What an event said is read in the history and not hashed here as well.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('inbox').renameTo('inboxBefore').execute();
  await db.schema
    .createTable('inbox')
    .addColumn('eventId', 'text', (c) => c.notNull())
    .addColumn('planId', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('inbox_by_event', ['eventId', 'planId'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`insert into inbox select "eventId", "planId", "revision" from "inboxBefore" order by 1, 2`.execute(
    db,
  );
  await db.schema.dropTable('inboxBefore').execute();
}
