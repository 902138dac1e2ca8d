// Under which promise the answers of a launch are given, kept with each task that asks for one; what rewards are worth,
// whether who got one wants it shown, who joined in the thanks, and what may be given in a period.
import type { Kysely } from 'kysely';

async function promises(db: Kysely<unknown>): Promise<void> {
  // Nobody was promised a name less before: what is under way is as careful as can be.
  await db.schema
    .alterTable('launches')
    .addColumn('anonymity', 'text', (c) => c.notNull().defaultTo('anonymous'))
    .execute();
  await db.schema.alterTable('tasks').addColumn('raterGroup', 'text').execute();
  await db.schema.alterTable('tasks').addColumn('threshold', 'integer').execute();
  await db.schema.alterTable('tasks').addColumn('anonymity', 'text').execute();
}

async function rewards(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rewards').addColumn('amount', 'integer').execute();
  await db.schema.alterTable('rewards').addColumn('personId', 'text').execute();
  await db.schema
    .alterTable('rewards')
    .addColumn('shown', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('rewards').addColumn('decidedAt', 'text').execute();
  await db.schema.createIndex('rewards_shown').on('rewards').columns(['shown', 'at']).execute();
  await db.schema.createIndex('rewards_personId').on('rewards').columns(['personId', 'at']).execute();
  await db.schema.createIndex('rewards_componentId').on('rewards').columns(['componentId', 'at']).execute();
  await db.schema
    .createTable('rewardThanks')
    .addColumn('rewardId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('rewardThanks_pk', ['rewardId', 'personId'])
    .execute();
  await db.schema
    .createTable('rewardBudgets')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('componentId', 'text', (c) => c.notNull())
    .addColumn('periodStart', 'text', (c) => c.notNull())
    .addColumn('periodEnd', 'text', (c) => c.notNull())
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('rewardBudgets_of')
    .on('rewardBudgets')
    .columns(['componentId', 'periodStart'])
    .execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await promises(db);
  await rewards(db);
}
