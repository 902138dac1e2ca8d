// What people agree: versions of a plan's goals, measures and standards, and who put their name to which.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('planVersions')
    .addColumn('planId', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('componentId', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('changedBy', 'text', (c) => c.notNull())
    .addColumn('inForceAt', 'text')
    .addPrimaryKeyConstraint('planVersions_key', ['planId', 'version'])
    .execute();
  await db.schema
    .createTable('planSignatures')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('planId', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('comment', 'text')
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('onBehalfOf', 'text')
    .addColumn('taskId', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('planSignatures_of')
    .on('planSignatures')
    .columns(['planId', 'version'])
    .execute();
}
