// Attempts at deliveries, each with what it came to.

import type { DeliveryAttemptRow } from '../schema/deliveries.ts';
import type { Db } from '../schema.ts';

export type Attempt = Omit<DeliveryAttemptRow, 'seq' | 'deliveryId' | 'subscriptionId'>;

export async function insertAttempt(
  db: Db,
  attempt: Attempt & Pick<DeliveryAttemptRow, 'deliveryId' | 'subscriptionId'>,
): Promise<void> {
  await db.insertInto('deliveryAttempts').values(attempt).execute();
}

const columns = ['at', 'milliseconds', 'status', 'problem'] as const;

/** Newest first. */
export const listAttempts = (db: Db, deliveryId: string, limit: number): Promise<Attempt[]> =>
  db
    .selectFrom('deliveryAttempts')
    .select(columns)
    .where('deliveryId', '=', deliveryId)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();

/** The latest attempt at any delivery of each subscription. */
export async function latestAttempts(
  db: Db,
  subscriptionIds: readonly string[],
): Promise<ReadonlyMap<string, Attempt>> {
  const found = new Map<string, Attempt>();
  for (const id of subscriptionIds) {
    const latest = await db
      .selectFrom('deliveryAttempts')
      .select(columns)
      .where('subscriptionId', '=', id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (latest) found.set(id, latest);
  }
  return found;
}
