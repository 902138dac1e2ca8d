// Who released the ratings of a plan by hand, and up to which revision: in cycles that draw no release.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ratingReleases')
    .addColumn('planId', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('releasedBy', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('rating_releases_key', ['planId', 'revision'])
    .execute();
}
