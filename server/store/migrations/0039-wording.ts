// What the advice on wording said of texts that were sent all the same, and what writers put before HR.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('writtenTexts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('authorId', 'text')
    .addColumn('componentId', 'text')
    .addColumn('launchId', 'text')
    .addColumn('rules', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('writtenTexts_in').on('writtenTexts').columns(['launchId']).execute();
  await db.schema
    .createTable('wordingReferrals')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('authorId', 'text', (c) => c.notNull())
    .addColumn('componentId', 'text')
    .addColumn('personId', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .execute();
}
