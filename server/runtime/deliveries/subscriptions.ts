// Commands on subscriptions. The secret is made here and told once.
import type { Actor } from '../../access/actor.ts';
import type { Deps, Site } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import {
  type Delivery,
  findDelivery,
  insertDelivery,
  redeliver,
  redeliverDead,
} from '../../store/queries/deliveries.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import {
  findSubscription,
  insertSubscription,
  removeSubscription,
  type Subscription,
  updateSubscription,
} from '../../store/queries/subscriptions.ts';
import type { Db } from '../../store/schema.ts';
import { aboutEvent } from './event-catalogue.ts';
import { toBody } from './queue-deliveries.ts';
import { refusalOf } from './target-guard.ts';
import { makeWebhookSecret } from './webhook-signature.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'ids' | 'site'>;

/** On one's own computer deliveries may stay on it. */
export const allowsPrivateTargets = (site: Site): boolean => site.privateTargets ?? site.loopback;

function requireTarget(site: Site, url: string): void {
  const detail = refusalOf(url, { allowPrivate: allowsPrivateTargets(site) });
  if (detail === null) return;
  throw new ProblemError('invalid', `Deliveries cannot go there; nothing was changed. ${detail}`, {
    errors: [{ pointer: '/url', detail }],
  });
}

interface Recorded {
  at: string;
  actor: Actor;
  action: string;
  id: string;
  before: Subscription | null;
  after: Subscription | null;
}

/** Never the secret. */
const inAudit = (known: Subscription | null) =>
  known && { url: known.url, events: known.events, description: known.description, active: known.active };

async function record(db: Db, { at, actor, action, id, ...change }: Recorded): Promise<void> {
  await appendFeed(db, { at, type: `subscription.${action}`, data: { id } });
  await appendAudit(db, {
    at,
    actor: actor.id,
    action: `subscription.${action}`,
    resource: `subscription/${id}`,
    detail: changeOf(inAudit(change.before), inAudit(change.after)),
  });
}

async function requireSubscription(db: Db, id: string): Promise<Subscription> {
  const subscription = await findSubscription(db, id);
  if (!subscription) throw notFound('subscription');
  return subscription;
}

type Wish = Pick<Subscription, 'url' | 'events' | 'description'>;

/** @throws ProblemError invalid when the URL is not a place that deliveries may go to. */
export async function createSubscription(
  { store, clock, ids, site }: Ports,
  { wish, actor }: { wish: Wish; actor: Actor },
): Promise<Subscription & { secret: string }> {
  requireTarget(site, wish.url);
  const at = clock.now();
  const subscription = {
    ...wish,
    id: ids.next('sub'),
    active: true,
    createdAt: at,
    secret: makeWebhookSecret(),
  };
  await store.commit(async (db) => {
    await insertSubscription(db, subscription);
    await record(db, {
      at,
      actor,
      action: 'created',
      id: subscription.id,
      before: null,
      after: subscription,
    });
  });
  return subscription;
}

export async function changeSubscription(
  { store, clock, site }: Ports,
  id: string,
  { patch, actor }: { patch: Partial<Wish & Pick<Subscription, 'active'>>; actor: Actor },
): Promise<Subscription> {
  if (patch.url !== undefined) requireTarget(site, patch.url);
  return store.commit(async (db) => {
    const before = await requireSubscription(db, id);
    const changed = { ...before, ...patch };
    await updateSubscription(db, changed);
    await record(db, { at: clock.now(), actor, action: 'changed', id, before, after: changed });
    return changed;
  });
}

/** Its deliveries go with it. */
export async function deleteSubscription({ store, clock }: Ports, id: string, actor: Actor): Promise<void> {
  await store.commit(async (db) => {
    const before = await requireSubscription(db, id);
    await removeSubscription(db, id);
    await record(db, { at: clock.now(), actor, action: 'removed', id, before, after: null });
  });
}

async function requireDelivery(db: Db, id: string): Promise<Delivery> {
  const delivery = await findDelivery(db, id);
  if (!delivery) throw notFound('delivery');
  return delivery;
}

/** @throws ProblemError conflict when the subscription is paused: nothing would be sent. */
function requireActive(subscription: Subscription): void {
  if (!subscription.active)
    throw new ProblemError('conflict', 'The subscription is paused; set it active first. Nothing was sent.');
}

/** An event of no meaning, to see whether the receiver hears. */
export async function sendTest({ store, clock, ids }: Ports, id: string, actor: Actor): Promise<Delivery> {
  return store.commit(async (db) => {
    const subscription = await requireSubscription(db, id);
    requireActive(subscription);
    const at = clock.now();
    const delivery = { id: ids.next('test'), subscriptionId: id, planId: null, planSeq: null, at };
    const { sample: data } = aboutEvent('subscription.test');
    const event = {
      type: 'subscription.test',
      planId: null,
      componentId: null,
      data,
      at,
      idSeed: delivery.id,
    };
    const body = toBody(event, { id: delivery.id, source: '/cyclewright', planSeq: null });
    await insertDelivery(db, { ...delivery, eventType: event.type, body });
    await record(db, { at, actor, action: 'tested', id, before: subscription, after: subscription });
    return requireDelivery(db, delivery.id);
  });
}

/** The same bytes with the same id once more; asked for again while it waits it has no further effect. */
export async function sendAgain({ store, clock }: Ports, id: string, actor: Actor): Promise<Delivery> {
  return store.commit(async (db) => {
    const delivery = await requireDelivery(db, id);
    requireActive(await requireSubscription(db, delivery.subscriptionId));
    const at = clock.now();
    if (delivery.state === 'waiting' && delivery.nextAt <= at) return delivery;
    await redeliver(db, id, at);
    await appendFeed(db, { at, type: 'delivery.requeued', data: { id } });
    await appendAudit(db, { at, actor: actor.id, action: 'delivery.redeliver', resource: `delivery/${id}` });
    return requireDelivery(db, id);
  });
}

/** All that was given up since the instant, with the ids that they had; how many. Asked for again it finds none. */
export async function sendFailedAgain(
  { store, clock }: Ports,
  id: string,
  { since, actor }: { since: string | null; actor: Actor },
): Promise<number> {
  return store.commit(async (db) => {
    requireActive(await requireSubscription(db, id));
    const at = clock.now();
    const count = await redeliverDead(db, id, { since: since ?? '', at });
    if (count === 0) return 0;
    await appendFeed(db, { at, type: 'delivery.requeued', data: { subscriptionId: id, count } });
    const detail = { since, count };
    await appendAudit(db, {
      at,
      actor: actor.id,
      action: 'subscription.redeliver',
      resource: `subscription/${id}`,
      detail,
    });
    return count;
  });
}
