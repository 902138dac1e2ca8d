// The audit trail is looked through by who, by what, and by what was done.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['actor', 'action', 'resource'])
    await db.schema.createIndex(`audit_${column}`).on('audit').columns([column, 'seq']).execute();
}
