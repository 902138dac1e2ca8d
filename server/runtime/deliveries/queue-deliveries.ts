// What happened becomes one delivery for each subscription that wishes to hear of it, in the commit of what
// happened. The body is serialised here, once: the stored bytes are what is signed and sent, however often.
import { CloudEvent, HTTP } from 'cloudevents';
import type { JsonObject } from '../../../engine/index.ts';
import { seededIds } from '../../seeded-ids.ts';
import { cycleOfPlan, insertDelivery, lastPlanSeq } from '../../store/queries/deliveries.ts';
import { listActiveWishes } from '../../store/queries/subscriptions.ts';
import type { Db } from '../../store/schema.ts';

export interface OutgoingEvent {
  type: string;
  planId: string | null;
  componentId: string | null;
  /** Thin: ids and numbers, never the text of a confidential review; for `emit` what the cycle's author chose. */
  data: JsonObject;
  at: string;
  /** Unique to what happened, the same whenever it is worked out again. */
  idSeed: string;
}

const deliveryId = seededIds('0b9d3a52-6f0e-5c0b-9a57-6d1f4f6f1c1e');

/** `*` is every event, `plan.*` every event below plan, anything else itself. */
export const matchesPattern = (type: string, pattern: string): boolean =>
  pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));

export function toBody(event: OutgoingEvent, given: { id: string; source: string; planSeq: number | null }) {
  const { type, planId, componentId, at, data } = event;
  const subject = planId ? `plans/${planId}` : componentId ? `components/${componentId}` : undefined;
  const cloudEvent = new CloudEvent({
    id: given.id,
    type,
    source: given.source,
    time: at,
    ...(subject ? { subject } : {}),
    data: { planId, componentId, planSeq: given.planSeq, ...data },
  });
  return String(HTTP.structured(cloudEvent).body);
}

async function queueOne(db: Db, event: OutgoingEvent, subscriptionId: string): Promise<void> {
  const { planId, type, at } = event;
  const id = deliveryId(`${event.idSeed}:${subscriptionId}`);
  const planSeq = planId ? (await lastPlanSeq(db, subscriptionId, planId)) + 1 : null;
  const cycleId = planId ? await cycleOfPlan(db, planId) : null;
  const body = toBody(event, { id, source: cycleId ? `/cycles/${cycleId}` : '/cyclewright', planSeq });
  await insertDelivery(db, { id, subscriptionId, planId, planSeq, eventType: type, body, at });
}

/** One look at the subscriptions serves all the events of a step. */
export async function queueDeliveries(db: Db, ...events: OutgoingEvent[]): Promise<void> {
  const wishes = events.length > 0 ? await listActiveWishes(db) : [];
  if (wishes.length === 0) return;
  for (const event of events) {
    for (const { id, events: patterns } of wishes) {
      if (patterns.some((pattern) => matchesPattern(event.type, pattern))) await queueOne(db, event, id);
    }
  }
}
