// What a plan's figures come to once later ones are known, beside what it was appraised with; and the currency of what was
// given as a reward, which is known of before where every budget has the same.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scoreVersions')
    .addColumn('planId', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('score_versions_key', ['planId', 'revision', 'version'])
    .execute();
  await db.schema.alterTable('rewards').addColumn('currency', 'text').execute();
  await sql`update "rewards" set "currency" = (select min("currency") from "rewardBudgets")
    where "amount" is not null
    and (select count(distinct "currency") from "rewardBudgets") = 1`.execute(db);
}
