// When a component is there to be appraised: its first and its last day.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['activeFrom', 'activeTo'])
    await db.schema.alterTable('components').addColumn(column, 'text').execute();
}
