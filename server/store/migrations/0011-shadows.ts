// Shadows: candidate versions that go beside live plans, and what each makes of each plan.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shadows')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('cycleId', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('version', 'integer')
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'text', (c) => c.notNull())
    .addColumn('startedBy', 'text', (c) => c.notNull())
    .addColumn('endedAt', 'text')
    .addColumn('endedBy', 'text')
    .addColumn('seenSeq', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('shadows_by_end').on('shadows').column('endedAt').execute();
  await db.schema
    .createTable('shadowVerdicts')
    .addColumn('shadowId', 'text', (c) => c.notNull())
    .addColumn('planId', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('report', 'text')
    .addColumn('judgedAt', 'text')
    .addColumn('nextAt', 'text')
    .addPrimaryKeyConstraint('shadowVerdicts_key', ['shadowId', 'planId'])
    .execute();
  await db.schema
    .createIndex('shadowVerdicts_by_next')
    .on('shadowVerdicts')
    .columns(['shadowId', 'nextAt'])
    .execute();
  await db.schema
    .createIndex('shadowVerdicts_by_verdict')
    .on('shadowVerdicts')
    .columns(['shadowId', 'verdict', 'planId'])
    .execute();
}
