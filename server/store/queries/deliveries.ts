// Deliveries: one row per event and subscription, kept until it was delivered or given up.

import type { DeliveryRow } from '../schema/deliveries.ts';
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

export type DeliveryState = 'waiting' | 'delivered' | 'dead';
export type Delivery = Omit<DeliveryRow, 'leaseUntil' | 'fence' | 'state'> & { state: DeliveryState };

const columns = [
  'id',
  'subscriptionId',
  'planId',
  'planSeq',
  'eventType',
  'body',
  'state',
  'attempts',
  'nextAt',
  'lastStatus',
  'lastProblem',
  'createdAt',
  'settledAt',
] as const;

const toDelivery = (row: Omit<DeliveryRow, 'leaseUntil' | 'fence'>): Delivery => ({
  ...row,
  state: row.state === 'waiting' || row.state === 'delivered' ? row.state : 'dead',
});

export interface DeliveryFilter {
  subscriptionId?: string | undefined;
  state?: DeliveryState | undefined;
  planId?: string | undefined;
  eventType?: string | undefined;
}

/** Newest first. */
export async function listDeliveries(
  db: Db,
  filter: DeliveryFilter,
  page: { before: { at: string; id: string } | null; limit: number },
): Promise<Delivery[]> {
  let query = db.selectFrom('deliveries').select(columns);
  for (const name of ['subscriptionId', 'state', 'planId', 'eventType'] as const) {
    const wanted = filter[name];
    if (wanted !== undefined) query = query.where(name, '=', wanted);
  }
  const { before } = page;
  if (before)
    query = query.where((e) =>
      e.or([
        e('createdAt', '<', before.at),
        e.and([e('createdAt', '=', before.at), e('id', '<', before.id)]),
      ]),
    );
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map(toDelivery);
}

export async function findDelivery(db: Db, id: string): Promise<Delivery | null> {
  const row = await db.selectFrom('deliveries').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? toDelivery(row) : null;
}

/** It is sent again as it is, from the start of the schedule. */
export async function redeliver(db: Db, id: string, at: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'waiting', attempts: 0, nextAt: at, settledAt: null })
    .where('id', '=', id)
    .execute();
}

/** Those given up that were made since; how many. They are sent again as they are, each under the id that it had. */
export async function redeliverDead(
  db: Db,
  subscriptionId: string,
  { since, at }: { since: string; at: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ state: 'waiting', attempts: 0, nextAt: at, settledAt: null })
    .where('subscriptionId', '=', subscriptionId)
    .where('state', '=', 'dead')
    .where('createdAt', '>=', since)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** How many of each subscription's deliveries arrived and how many were given up. */
export async function countSettled(
  db: Db,
  subscriptionIds: readonly string[],
): Promise<Map<string, { delivered: number; failed: number }>> {
  const counts = new Map(subscriptionIds.map((id) => [id, { delivered: 0, failed: 0 }]));
  if (counts.size === 0) return counts;
  const rows = await db
    .selectFrom('deliveries')
    .select((e) => ['subscriptionId', 'state', e.fn.countAll<number>().as('count')])
    .where('subscriptionId', 'in', [...counts.keys()])
    .where('state', 'in', ['delivered', 'dead'])
    .groupBy(['subscriptionId', 'state'])
    .execute();
  for (const { subscriptionId, state, count } of rows) {
    const known = counts.get(subscriptionId);
    if (known) known[state === 'delivered' ? 'delivered' : 'failed'] = Number(count);
  }
  return counts;
}
