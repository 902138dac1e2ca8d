// The reports that people want by mail every week.

import type { ReportMailRow } from '../schema/inbox.ts';
import type { Db } from '../schema.ts';

export const listReportMails = (db: Db, personId: string): Promise<ReportMailRow[]> =>
  db
    .selectFrom('reportMails')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();

export async function insertReportMail(db: Db, row: ReportMailRow): Promise<void> {
  await db.insertInto('reportMails').values(row).execute();
}

export async function findReportMail(db: Db, id: string): Promise<ReportMailRow | null> {
  return (await db.selectFrom('reportMails').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function putReportMailOff(db: Db, id: string, nextAt: string): Promise<void> {
  await db.updateTable('reportMails').set({ nextAt }).where('id', '=', id).execute();
}

export async function removeReportMail(db: Db, id: string): Promise<void> {
  await db.deleteFrom('reportMails').where('id', '=', id).execute();
}

export async function findReportMailByToken(db: Db, token: string): Promise<ReportMailRow | null> {
  const row = await db.selectFrom('reportMails').selectAll().where('token', '=', token).executeTakeFirst();
  return row ?? null;
}

export async function nextReportMail(db: Db): Promise<ReportMailRow | null> {
  const first = db.selectFrom('reportMails').selectAll().orderBy('nextAt').orderBy('id').limit(1);
  return (await first.executeTakeFirst()) ?? null;
}
