// What a task is for: who may work it follows from that, also where its form is the cycle's own.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tasks').addColumn('purpose', 'text').execute();
  await sql`update tasks set purpose = trim(form, '"') where form like '"%"'`.execute(db);
}
