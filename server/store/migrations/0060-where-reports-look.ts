// The period that reports are about is that of most plans under way, of those in which something was observed: both are
// found without reading the plans and the observations themselves.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('plans_launchId').execute();
  await db.schema.createIndex('plans_launchId_status').on('plans').columns(['launchId', 'status']).execute();
  await db.schema
    .createIndex('observations_period')
    .on('observations')
    .columns(['periodEnd', 'periodStart'])
    .execute();
}
