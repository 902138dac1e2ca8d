// Dual reporting: the second, dotted line of a component, now and in each of its earlier states.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['components', 'componentVersions'])
    await db.schema.alterTable(table).addColumn('secondManagerId', 'text').execute();
}
