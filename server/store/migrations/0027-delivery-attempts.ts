// What each attempt at a delivery came to, so that a receiver that fails now and then can be told from one that is gone.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deliveryAttempts')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('deliveryId', 'text', (column) => column.notNull())
    .addColumn('subscriptionId', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('milliseconds', 'integer', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('problem', 'text')
    .execute();
  await db.schema
    .createIndex('deliveryAttemptsOfDelivery')
    .on('deliveryAttempts')
    .columns(['deliveryId', 'seq'])
    .execute();
  await db.schema
    .createIndex('deliveryAttemptsOfSubscription')
    .on('deliveryAttempts')
    .columns(['subscriptionId', 'seq'])
    .execute();
}
