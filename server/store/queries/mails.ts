// Mail that waits to be sent.

import type { MailRow } from '../schema/inbox.ts';
import type { Db } from '../schema.ts';

/** The same mail given again has no effect. */
export async function insertMail(db: Db, row: MailRow): Promise<void> {
  await db
    .insertInto('mails')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function nextMail(db: Db): Promise<MailRow | null> {
  const waiting = db.selectFrom('mails').selectAll().where('state', '=', 'waiting');
  return (await waiting.orderBy('nextAt').orderBy('id').limit(1).executeTakeFirst()) ?? null;
}

export async function settleMail(
  db: Db,
  id: string,
  given: Partial<Pick<MailRow, 'state' | 'attempts' | 'nextAt'>>,
): Promise<void> {
  await db.updateTable('mails').set(given).where('id', '=', id).execute();
}
