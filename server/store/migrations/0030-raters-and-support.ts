// How a rater sees the way of working beside what they write, and what was found and offered with an intervention.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('feedback').addColumn('level', 'text').execute();
  await db.schema.alterTable('interventions').addColumn('analysis', 'text').execute();
  await db.schema.alterTable('interventions').addColumn('support', 'text').execute();
}
