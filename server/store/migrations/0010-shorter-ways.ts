// Shorter ways to two things that are asked for with every event or every plan that starts.
import { type Kysely, sql } from 'kysely';

/** Kept by its key alone: a row of its own beside the key would be written with every event. */
async function keepInboxByKey(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('inbox').renameTo('inboxBefore').execute();
  await db.schema
    .createTable('inbox')
    .addColumn('planId', 'text', (c) => c.notNull())
    .addColumn('eventId', 'text', (c) => c.notNull())
    .addColumn('bodyHash', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('inbox_by_key', ['planId', 'eventId'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`insert into inbox select "planId", "eventId", "bodyHash", "revision" from "inboxBefore"`.execute(
    db,
  );
  await db.schema.dropTable('inboxBefore').execute();
}

/** Whether a component has an active plan of a cycle; by the cycle alone, all the others of a launch were looked at. */
async function findPlansOfComponent(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('plans_componentId').execute();
  await db.schema
    .createIndex('plans_componentId_cycleId_status')
    .on('plans')
    .columns(['componentId', 'cycleId', 'status'])
    .execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await keepInboxByKey(db);
  await findPlansOfComponent(db);
}
