// The tables of what goes out: who wants to hear of which events, what is sent to them, and what each attempt came to.
import type { Generated } from 'kysely';

export interface SubscriptionRow {
  id: string;
  url: string;
  /** JSON array of event types and patterns. */
  events: string;
  secret: string;
  description: string;
  active: 0 | 1;
  createdAt: string;
}
export interface DeliveryRow {
  id: string;
  subscriptionId: string;
  planId: string | null;
  planSeq: number | null;
  eventType: string;
  /** The exact bytes that are signed and sent. */
  body: string;
  state: string;
  attempts: number;
  nextAt: string;
  leaseUntil: string | null;
  fence: number;
  lastStatus: number | null;
  lastProblem: string | null;
  createdAt: string;
  settledAt: string | null;
}
/** Of the receiver's answer its status is kept and nothing else. */
export interface DeliveryAttemptRow {
  seq: Generated<number>;
  deliveryId: string;
  subscriptionId: string;
  /** When it was sent; the answer came so many milliseconds later. */
  at: string;
  milliseconds: number;
  status: number | null;
  problem: string | null;
}

export interface DeliveriesTables {
  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  deliveryAttempts: DeliveryAttemptRow;
}
