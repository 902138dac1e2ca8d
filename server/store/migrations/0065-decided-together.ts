// What a decision on a rating came to where several people made it: it counts for all of them, or not by itself.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tasks').addColumn('heard', 'text').execute();
}
