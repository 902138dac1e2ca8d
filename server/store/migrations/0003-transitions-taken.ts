// Each line of a plan's history says which transitions of its cycle were taken.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('history')
    .addColumn('transitions', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();
}
