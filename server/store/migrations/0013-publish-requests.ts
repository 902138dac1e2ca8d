// Requests to publish a cycle, for a second person to approve: each with the very document that would be published.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publishRequests')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('cycleId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('requestedAt', 'text', (c) => c.notNull())
    .addColumn('requestedBy', 'text', (c) => c.notNull())
    .addColumn('decidedAt', 'text')
    .addColumn('decidedBy', 'text')
    .addColumn('reason', 'text')
    .addColumn('version', 'integer')
    .execute();
  await db.schema
    .createIndex('publishRequests_by_state')
    .on('publishRequests')
    .columns(['state', 'cycleId'])
    .execute();
  await db.schema
    .createIndex('publishRequests_by_time')
    .on('publishRequests')
    .columns(['requestedAt', 'id'])
    .execute();
}
