// Each line of a plan's history keeps the guards that its step asked, so that the plan can say why it is where it is.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('history')
    .addColumn('asked', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();
}
