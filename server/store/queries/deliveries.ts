// Deliveries: one row per event and subscription, kept until it was delivered or given up.
import type { Db } from '../schema.ts';

export interface NewDelivery {
  id: string;
  subscriptionId: string;
  planId: string | null;
  planSeq: number | null;
  eventType: string;
  body: string;
  at: string;
}

export async function insertDelivery(db: Db, { at, ...delivery }: NewDelivery): Promise<void> {
  await db
    .insertInto('deliveries')
    .values({
      ...delivery,
      state: 'waiting',
      attempts: 0,
      nextAt: at,
      leaseUntil: null,
      fence: 0,
      lastStatus: null,
      lastProblem: null,
      createdAt: at,
      settledAt: null,
    })
    .execute();
}

/** The number of the plan's latest delivery to the subscription; 0 before the first. */
export async function lastPlanSeq(db: Db, subscriptionId: string, planId: string): Promise<number> {
  const row = await db
    .selectFrom('deliveries')
    .select((e) => e.fn.max('planSeq').as('planSeq'))
    .where('subscriptionId', '=', subscriptionId)
    .where('planId', '=', planId)
    .executeTakeFirst();
  return Number(row?.planSeq ?? 0);
}

export async function cycleOfPlan(db: Db, planId: string): Promise<string | null> {
  const row = await db.selectFrom('plans').select('cycleId').where('id', '=', planId).executeTakeFirst();
  return row?.cycleId ?? null;
}
