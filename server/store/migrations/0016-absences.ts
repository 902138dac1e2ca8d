// When people are away, whom they have named to stand in for them, and for whom a task is worked meanwhile.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('absences')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('startsOn', 'text', (c) => c.notNull())
    .addColumn('endsOn', 'text')
    .addColumn('startsAt', 'text', (c) => c.notNull())
    .addColumn('endsAt', 'text')
    .addColumn('substituteId', 'text')
    .addColumn('kind', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('told', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('settledAt', 'text')
    .addColumn('settledBy', 'text')
    .execute();
  await db.schema
    .createIndex('absences_of')
    .on('absences')
    .columns(['personId', 'state', 'startsAt'])
    .execute();
  await db.schema.createIndex('absences_starting').on('absences').columns(['state', 'startsAt']).execute();
  await db.schema.createIndex('absences_ending').on('absences').columns(['state', 'endsAt']).execute();
  await db.schema
    .createTable('standIns')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('substituteId', 'text', (c) => c.notNull())
    .addColumn('always', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('standIns_of').on('standIns').columns(['personId', 'createdAt']).execute();
  await db.schema.alterTable('tasks').addColumn('onBehalfOf', 'text').execute();
  // Few tasks are worked for somebody else, and every task is written: only those few are in the index.
  await db.schema
    .createIndex('tasks_on_behalf_of')
    .on('tasks')
    .column('onBehalfOf')
    .where(sql.ref('onBehalfOf'), 'is not', null)
    .execute();
}
