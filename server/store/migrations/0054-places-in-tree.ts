// Who is named where is asked with every request.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['ownerId', 'managerId', 'secondManagerId'])
    await db.schema.createIndex(`components_${column}`).on('components').column(column).execute();
}
