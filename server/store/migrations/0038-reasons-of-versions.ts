// Why a plan was changed once somebody had been rated by it.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('planVersions').addColumn('reason', 'text').execute();
}
