// Notifications: what a person is told, newest first.
import type { Db, NotificationRow } from '../schema.ts';

export type Notification = Omit<NotificationRow, 'personId'>;

export async function listNotifications(
  db: Db,
  personId: string,
  page: { before: { at: string; id: string } | null; limit: number; unread: boolean },
): Promise<Notification[]> {
  const { before } = page;
  let query = db
    .selectFrom('notifications')
    .select(['id', 'planId', 'message', 'at', 'readAt'])
    .where('personId', '=', personId);
  if (page.unread) query = query.where('readAt', 'is', null);
  if (before)
    query = query.where((e) =>
      e.or([e('at', '<', before.at), e.and([e('at', '=', before.at), e('id', '<', before.id)])]),
    );
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
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
  const row = await db
    .selectFrom('notifications')
    .select(['id', 'planId', 'message', 'at', 'readAt'])
    .where('id', '=', one.id)
    .where('personId', '=', one.personId)
    .executeTakeFirst();
  return row ?? null;
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
