// Notifications: what a person is told, newest first.
import type { Db, NotificationRow } from '../schema.ts';

export interface Notification extends Omit<NotificationRow, 'personId' | 'requestId'> {
  publishRequest: { id: string; cycleId: string } | null;
}

const asTold = (db: Db, personId: string) =>
  db
    .selectFrom('notifications as n')
    .leftJoin('publishRequests as r', 'r.id', 'n.requestId')
    .select([
      'n.id',
      'n.planId',
      'n.place',
      'n.message',
      'n.at',
      'n.readAt',
      'r.id as requestId',
      'r.cycleId',
    ])
    .where('n.personId', '=', personId);

type Told = Omit<Notification, 'publishRequest'> & { requestId: string | null; cycleId: string | null };

const present = ({ requestId, cycleId, ...told }: Told): Notification => ({
  ...told,
  publishRequest: requestId !== null && cycleId !== null ? { id: requestId, cycleId } : null,
});

export async function listNotifications(
  db: Db,
  personId: string,
  page: { before: { at: string; id: string } | null; limit: number; unread: boolean },
): Promise<Notification[]> {
  const { before } = page;
  let query = asTold(db, personId);
  if (page.unread) query = query.where('n.readAt', 'is', null);
  if (before)
    query = query.where((e) =>
      e.or([e('n.at', '<', before.at), e.and([e('n.at', '=', before.at), e('n.id', '<', before.id)])]),
    );
  const rows = await query.orderBy('n.at', 'desc').orderBy('n.id', 'desc').limit(page.limit).execute();
  return rows.map(present);
}

/** The same notification given again has no effect. */
export async function insertNotification(db: Db, notification: NotificationRow): Promise<void> {
  await db
    .insertInto('notifications')
    .values(notification)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Null: the person has no such notification. One that was read stays read since then. */
export async function markRead(
  db: Db,
  given: { id: string; personId: string; at: string },
): Promise<Notification | null> {
  const one = { id: given.id, personId: given.personId };
  await db
    .updateTable('notifications')
    .set({ readAt: given.at })
    .where('id', '=', one.id)
    .where('personId', '=', one.personId)
    .where('readAt', 'is', null)
    .execute();
  const row = await asTold(db, one.personId).where('n.id', '=', one.id).executeTakeFirst();
  return row ? present(row) : null;
}

export async function markAllRead(db: Db, personId: string, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('notifications')
    .set({ readAt: at })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
