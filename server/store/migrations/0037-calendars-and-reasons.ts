// Calendars of the organisation's own: a place's public holidays with days taken out and put in, and its working week. And
// why a person retried, skipped or migrated; what was done before has no reason.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workCalendars')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('workingWeekdays', 'text', (column) => column.notNull())
    .addColumn('region', 'text')
    .addColumn('daysOff', 'text', (column) => column.notNull())
    .addColumn('workedDays', 'text', (column) => column.notNull())
    .execute();
  for (const table of ['incidents', 'migrations'])
    await db.schema.alterTable(table).addColumn('reason', 'text').execute();
}
