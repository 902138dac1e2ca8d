// Whether a launch is also for components that have an active plan of its cycle. Launches before this one were.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('launches')
    .addColumn('again', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
}
