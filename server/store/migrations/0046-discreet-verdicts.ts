// What shadows kept of plans told answers of people where the ways part; what there is anew does not.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update "shadowVerdicts" set "report" = json_set("report", '$.parting', null,
    '$.words.recorded', json('[]'), '$.words.replayed', json('[]')) where "report" is not null`.execute(db);
}
