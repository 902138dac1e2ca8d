// A task may be put off until another one of the same person is done.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('taskSnoozes').addColumn('afterTaskId', 'text').execute();
}
