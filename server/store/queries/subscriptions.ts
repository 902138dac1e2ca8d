// Subscriptions: standing wishes to hear of events.
import { prepare } from '../prepared.ts';
import type { SubscriptionRow } from '../schema/deliveries.ts';
import type { Db } from '../schema.ts';

export interface Subscription {
  id: string;
  url: string;
  /** Event types, or patterns that end in * such as plan.* */
  events: string[];
  description: string;
  active: boolean;
  createdAt: string;
}

const columns = ['id', 'url', 'events', 'description', 'active', 'createdAt'] as const;
type Columns = Pick<SubscriptionRow, (typeof columns)[number]>;

const toSubscription = (row: Columns): Subscription => ({
  ...row,
  events: JSON.parse(row.events),
  active: row.active === 1,
});

const wishesQuery = prepare<object, Pick<SubscriptionRow, 'id' | 'events'>>((db) =>
  db.selectFrom('subscriptions').select(['id', 'events']).where('active', '=', 1).orderBy('id'),
);

export async function listActiveWishes(db: Db): Promise<Pick<Subscription, 'id' | 'events'>[]> {
  const { rows } = await wishesQuery(db, {});
  return rows.map((row) => ({ id: row.id, events: JSON.parse(row.events) }));
}

export async function listSubscriptions(
  db: Db,
  page: { after: string; limit: number },
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(columns)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map(toSubscription);
}

export async function findSubscription(db: Db, id: string): Promise<Subscription | null> {
  const row = await db.selectFrom('subscriptions').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? toSubscription(row) : null;
}

export async function insertSubscription(
  db: Db,
  { active, events, ...rest }: Subscription & { secret: string },
): Promise<void> {
  await db
    .insertInto('subscriptions')
    .values({ ...rest, events: JSON.stringify(events), active: active ? 1 : 0 })
    .execute();
}

export async function setSubscriptionActive(db: Db, id: string, active: boolean): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ active: active ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

export async function updateSubscription(
  db: Db,
  { id, url, events, description, active }: Subscription,
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ url, events: JSON.stringify(events), description, active: active ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

export async function removeSubscription(db: Db, id: string): Promise<void> {
  await db.deleteFrom('deliveryAttempts').where('subscriptionId', '=', id).execute();
  await db.deleteFrom('deliveries').where('subscriptionId', '=', id).execute();
  await db.deleteFrom('subscriptions').where('id', '=', id).execute();
}
