// What raters typed before they answered stays in none of their names.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from "taskDrafts" where "taskId" in (
    select "id" from "tasks" where "raterGroup" is not null and "state" = 'completed')`.execute(db);
}
