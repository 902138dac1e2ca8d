// What HR keeps of people so that groups can be compared: which attributes there are, and who has which value.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attributes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('allowed', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('personAttributes')
    .addColumn('attributeId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('changedAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('personAttributes_key', ['attributeId', 'personId'])
    .execute();
  await db.schema
    .createIndex('personAttributes_of')
    .on('personAttributes')
    .columns(['personId', 'attributeId'])
    .execute();
}
