// Each line of a history names the one before it and each plan its last, instead of an index by plan: with that, every
// event wrote a page of its own, which was half of all that a commit wrote.
import { type Kysely, sql } from 'kysely';

async function chainLines(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('history').addColumn('previous', 'integer').execute();
  await db.schema.alterTable('plans').addColumn('lastLine', 'integer').execute();
  await sql`update "history" set "previous" = (
    select "before"."seq" from "history" as "before"
    where "before"."planId" = "history"."planId" and "before"."revision" < "history"."revision"
    order by "before"."revision" desc limit 1)`.execute(db);
  await sql`update "plans" set "lastLine" = (
    select "seq" from "history" where "planId" = "plans"."id" order by "revision" desc limit 1)`.execute(db);
}

/** What a score is listed with, which was looked up in the history. */
async function keepRoundsOfScores(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('scores')
    .addColumn('round', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema.alterTable('scores').addColumn('score', 'real').execute();
  await sql`update "scores" set ("round", "score") = (
    select "round", "score" from "history"
    where "planId" = "scores"."planId" and "revision" = "scores"."revision")
    where exists (select 1 from "history"
      where "planId" = "scores"."planId" and "revision" = "scores"."revision")`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await chainLines(db);
  await keepRoundsOfScores(db);
  await db.schema.dropIndex('history_once').execute();
  // Where to begin in a long history: every 64th line of a plan.
  await sql`create unique index "history_marks" on "history" ("planId", "revision") where "revision" % 64 = 0`.execute(
    db,
  );
}
