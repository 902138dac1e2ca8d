// Calibration sessions with their members.

import type { CalibrationSessionRow } from '../schema/ratings.ts';
import type { Db } from '../schema.ts';

const select = (db: Db) =>
  db
    .selectFrom('calibrationSessions as s')
    .innerJoin('launches as l', 'l.id', 's.launchId')
    .leftJoin('components as g', 'g.id', 's.groupId')
    .leftJoin('people as f', 'f.id', 's.facilitatorId')
    .selectAll('s')
    .select(['l.cycleId', 'g.name as groupName', 'f.name as facilitatorName']);

export type SessionInContext = CalibrationSessionRow & {
  cycleId: string;
  groupName: string | null;
  facilitatorName: string | null;
};

export const findSession = async (db: Db, id: string): Promise<SessionInContext | null> =>
  (await select(db).where('s.id', '=', id).executeTakeFirst()) ?? null;

/** The latest day first; `personId`: of those in which the person sits. */
export async function listSessions(db: Db, personId: string | null): Promise<SessionInContext[]> {
  const all = select(db).orderBy('s.heldOn', 'desc').orderBy('s.createdAt', 'desc');
  if (personId === null) return all.execute();
  const sat = db.selectFrom('calibrationMembers').select('sessionId').where('personId', '=', personId);
  return all.where((e) => e.or([e('s.facilitatorId', '=', personId), e('s.id', 'in', sat)])).execute();
}

export const listMembers = (db: Db, sessionIds: readonly string[]) =>
  sessionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('calibrationMembers as m')
        .leftJoin('people as p', 'p.id', 'm.personId')
        .select(['m.sessionId', 'm.personId as id', 'p.name'])
        .where('m.sessionId', 'in', sessionIds)
        .orderBy('p.name')
        .orderBy('m.personId')
        .execute();

export async function insertSession(db: Db, row: CalibrationSessionRow): Promise<void> {
  await db.insertInto('calibrationSessions').values(row).execute();
}

export const updateSession = async (
  db: Db,
  id: string,
  patch: Partial<Omit<CalibrationSessionRow, 'id' | 'launchId'>>,
): Promise<void> => {
  await db.updateTable('calibrationSessions').set(patch).where('id', '=', id).execute();
};

export async function setMembers(db: Db, sessionId: string, personIds: readonly string[]): Promise<void> {
  await db.deleteFrom('calibrationMembers').where('sessionId', '=', sessionId).execute();
  for (const personId of new Set(personIds))
    await db.insertInto('calibrationMembers').values({ sessionId, personId }).execute();
}
