// Notifications: what a person is told, newest first.
import { type SqlBool, sql } from 'kysely';
import type { NotificationRow } from '../schema/records.ts';
import type { Db } from '../schema.ts';
import { notWithheld, type Withheld } from './withheld.ts';

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

/** A reward is told in the commit that gives it. */
const notOfReward = (withheld: readonly Withheld[]) => sql<SqlBool>`not exists (
  select 1 from rewards given
  where given."personId" = n."personId" and given.at = n.at and n.place = 'recognition'
    and not (${notWithheld('given', withheld)}))`;

export async function listNotifications(
  db: Db,
  personId: string,
  page: {
    before: { at: string; id: string } | null;
    limit: number;
    unread: boolean;
    withheld: readonly Withheld[];
  },
): Promise<Notification[]> {
  const { before, withheld } = page;
  let query = asTold(db, personId);
  if (withheld.length > 0) query = query.where(notOfReward(withheld));
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

export async function markAllRead(
  db: Db,
  { personId, at, withheld }: { personId: string; at: string; withheld: readonly Withheld[] },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('notifications as n')
    .set({ readAt: at })
    .where('n.personId', '=', personId)
    .where('n.readAt', 'is', null)
    .$if(withheld.length > 0, (all) => all.where(notOfReward(withheld)))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
