// What an observation was superseded by is asked for with every new one of its period.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('observations_supersedes').on('observations').column('supersedes').execute();
}
