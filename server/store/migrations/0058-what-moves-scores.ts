// Lines of the feed that tell of what scores rest on are marked as they are written: to compare each line's type with the
// list in the condition of an index cost every event half of what its line did.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('feed').addColumn('movesScores', 'integer').execute();
  await sql`update "feed" set "movesScores" = 1 where "type" in (
    'observation.recorded', 'observation.verified', 'component.changed', 'goal.changed', 'measure.changed',
    'absence.changed', 'import.done', 'organisation.changed', 'people.changed')`.execute(db);
  await db.schema.dropIndex('feed_ofScores').execute();
  await sql`create index "feed_movesScores" on "feed" ("seq") where "movesScores" is not null`.execute(db);
}
