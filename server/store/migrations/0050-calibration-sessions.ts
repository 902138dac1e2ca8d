// Sessions in which ratings are discussed side by side: of which launch and part of it, when, by whom.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calibrationSessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('launchId', 'text', (column) => column.notNull())
    .addColumn('groupId', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('heldOn', 'text', (column) => column.notNull())
    .addColumn('facilitatorId', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text', (column) => column.notNull())
    .addColumn('heldAt', 'text')
    .addColumn('closedAt', 'text')
    .execute();
  await db.schema
    .createTable('calibrationMembers')
    .addColumn('sessionId', 'text', (column) => column.notNull())
    .addColumn('personId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('calibration_members_key', ['sessionId', 'personId'])
    .execute();
}
