// Deliveries as they are sent: taken with a lease, so that one that was being sent when the server died is taken
// again, and with a fence, so that who lost the lease cannot write over who has it now.
import type { Db } from '../schema.ts';

export interface Lease {
  id: string;
  fence: number;
  attempts: number;
  body: string;
}

export interface Lane {
  subscriptionId: string;
  url: string;
  secret: string;
}

/** Active subscriptions that something is due for. */
export const listDueLanes = (db: Db, at: string): Promise<Lane[]> =>
  db
    .selectFrom('subscriptions as s')
    .select(['s.id as subscriptionId', 's.url', 's.secret'])
    .where('s.active', '=', 1)
    .where((e) =>
      e.exists(
        e
          .selectFrom('deliveries as d')
          .select('d.id')
          .whereRef('d.subscriptionId', '=', 's.id')
          .where('d.state', '=', 'waiting')
          .where('d.nextAt', '<=', at)
          .where((f) => f.or([f('d.leaseUntil', 'is', null), f('d.leaseUntil', '<=', at)])),
      ),
    )
    .orderBy('s.id')
    .execute();

/** Where to and how signed, as it is now; null once it is paused or removed. */
export async function activeLane(db: Db, subscriptionId: string): Promise<Lane | null> {
  const lane = await db
    .selectFrom('subscriptions')
    .select(['id as subscriptionId', 'url', 'secret'])
    .where('id', '=', subscriptionId)
    .where('active', '=', 1)
    .executeTakeFirst();
  return lane ?? null;
}

/** Takes the oldest due deliveries of a subscription until the lease ends. */
export async function leaseDue(
  db: Db,
  subscriptionId: string,
  given: { at: string; until: string; limit: number },
): Promise<Lease[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'fence', 'attempts', 'body'])
    .where('subscriptionId', '=', subscriptionId)
    .where('state', '=', 'waiting')
    .where('nextAt', '<=', given.at)
    .where((e) => e.or([e('leaseUntil', 'is', null), e('leaseUntil', '<=', given.at)]))
    .orderBy('nextAt')
    .orderBy('createdAt')
    .orderBy('planSeq')
    .orderBy('id')
    .limit(given.limit)
    .execute();
  for (const row of rows) {
    row.fence += 1;
    await db
      .updateTable('deliveries')
      .set({ leaseUntil: given.until, fence: row.fence })
      .where('id', '=', row.id)
      .execute();
  }
  return rows;
}

export interface Settlement {
  state: 'waiting' | 'delivered' | 'dead';
  attempts: number;
  nextAt?: string;
  lastStatus: number | null;
  lastProblem: string | null;
  settledAt: string | null;
}

/** False when the lease was lost: somebody else has it now, and nothing is written. */
export async function settleLease(db: Db, { id, fence }: Lease, settlement: Settlement): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ ...settlement, leaseUntil: null })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function releaseLease(db: Db, { id, fence }: Lease): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ leaseUntil: null })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .execute();
}

/** When the next delivery of an active subscription is due, taken ones when their lease ends. */
export async function nextDeliveryInstant(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('deliveries as d')
    .innerJoin('subscriptions as s', 's.id', 'd.subscriptionId')
    .select((e) => e.fn.coalesce('d.leaseUntil', 'd.nextAt').as('at'))
    .where('d.state', '=', 'waiting')
    .where('s.active', '=', 1)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
