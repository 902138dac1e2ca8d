// When a task was closed without being done, and when it was due before that was counted anew: by these a list of plans keeps
// its order from page to page.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['closedAt', 'dueBefore', 'dueChangedAt'])
    await db.schema.alterTable('tasks').addColumn(column, 'text').execute();
}
