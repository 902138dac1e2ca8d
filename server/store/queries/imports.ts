// Imports that go on by themselves.

import type { ImportRow } from '../schema/records.ts';
import type { Db } from '../schema.ts';

export async function insertImport(
  db: Db,
  row: Omit<ImportRow, 'status' | 'progress' | 'report'>,
): Promise<void> {
  await db
    .insertInto('imports')
    .values({ ...row, status: 'running', progress: null, report: null })
    .execute();
}

export async function findImport(db: Db, id: string): Promise<ImportRow | null> {
  const row = await db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The oldest one that is not worked off. */
export async function findRunningImport(db: Db): Promise<ImportRow | null> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .where('status', '=', 'running')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function updateImportProgress(db: Db, id: string, progress: string): Promise<void> {
  await db.updateTable('imports').set({ progress }).where('id', '=', id).execute();
}

/** The file itself is not kept. */
export async function settleImport(
  db: Db,
  { id, status, report }: Pick<ImportRow, 'id' | 'status'> & { report: string },
): Promise<void> {
  await db
    .updateTable('imports')
    .set({ status, report, progress: null, wish: '' })
    .where('id', '=', id)
    .execute();
}
