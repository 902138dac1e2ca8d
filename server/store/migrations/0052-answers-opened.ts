// When whom the answers of a round are about first read them: others read them from then on.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answerOpenings')
    .addColumn('planId', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('openedBy', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_openings_key', ['planId', 'round'])
    .execute();
}
