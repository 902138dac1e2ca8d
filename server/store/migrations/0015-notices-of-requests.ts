// The request to publish that a person is told of, so that the notice leads to it.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('notifications').addColumn('requestId', 'text').execute();
}
