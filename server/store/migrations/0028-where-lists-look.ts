// Where the lists of an organisation of ten thousand look, so that they need not read what they do not show.
import { type Kysely, sql } from 'kysely';

/**
 * What the feed tells of that scores rest on, among all the plans and tasks that it tells of: only these lines are in the
 * index, and an event of a plan writes nothing more.
 */
const findWhatScoresRestOn = sql`
  create index "feed_ofScores" on "feed" ("seq") where "type" in (
    'observation.recorded', 'observation.verified', 'component.changed', 'goal.changed', 'measure.changed',
    'absence.changed', 'import.done', 'organisation.changed', 'people.changed')`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await findWhatScoresRestOn.execute(db);
  // Whether anything of them changed is asked with every look at scores and goals.
  await db.schema.createIndex('goals_updatedAt').on('goals').column('updatedAt').execute();
  await db.schema.createIndex('measures_updatedAt').on('measures').column('updatedAt').execute();
  await db.schema.createIndex('observations_at').on('observations').column('at').execute();
}
