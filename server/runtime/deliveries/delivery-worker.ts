// Sends what is due: a few at a time to each receiver, so that a slow one delays only its own. Each outcome is
// durable before the next attempt; a server that dies in between sends again, with the same id and bytes.
import { addSpan, everyWeekdayInUtc } from '../../../engine/index.ts';
import {
  activeLane,
  type Lane,
  type Lease,
  leaseDue,
  listDueLanes,
  nextDeliveryInstant,
} from '../../store/queries/delivery-leases.ts';
import { makeLoop } from '../loop.ts';
import type { Scheduler } from '../ports.ts';
import type { Poster } from './post.ts';
import { type Settling, settleDelivery } from './settle-delivery.ts';
import { signatureHeaders } from './webhook-signature.ts';

export interface DeliveryWorker {
  start(): void;
  /** Stops what is being sent; it is sent again after the next start. */
  stop(): Promise<void>;
  /** Sends what is due at the instant, once each; how many attempts were made. */
  sendDue(at: string): Promise<number>;
}

export interface WorkerParts extends Settling {
  poster: Poster;
  scheduler: Scheduler;
}

const PER_RECEIVER = 4;
const LEASE = 'PT1M';
const LONGEST_WAIT = 60_000;

async function sendOne(parts: WorkerParts, lane: Lane, lease: Lease, signal: AbortSignal): Promise<void> {
  const { poster, deps } = parts;
  const sentAt = deps.clock.now();
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'Cyclewright',
    ...signatureHeaders(lane.secret, { id: lease.id, at: sentAt, body: lease.body }),
  };
  const answer = await poster.post({ url: lane.url, headers, body: lease.body }, signal);
  await settleDelivery(parts, { lane, lease, answer, sentAt });
}

/** One lot of a receiver's deliveries, as long as its subscription is active; how many were tried. */
async function sendLot(
  parts: WorkerParts,
  subscriptionId: string,
  at: string,
  signal: AbortSignal,
): Promise<number> {
  const given = { at, until: addSpan(at, LEASE, everyWeekdayInUtc), limit: PER_RECEIVER };
  const taken = await parts.deps.store.commit(async (db) => {
    const lane = await activeLane(db, subscriptionId);
    return lane && { lane, leases: await leaseDue(db, subscriptionId, given) };
  });
  if (!taken) return 0;
  await Promise.all(taken.leases.map((lease) => sendOne(parts, taken.lane, lease, signal)));
  return taken.leases.length;
}

export function makeDeliveryWorker(parts: WorkerParts): DeliveryWorker {
  const { deps, scheduler, poster } = parts;
  const stopping = new AbortController();
  const busy = new Map<string, Promise<void>>();

  async function drain({ subscriptionId }: Lane): Promise<void> {
    while (!stopping.signal.aborted) {
      if ((await sendLot(parts, subscriptionId, deps.clock.now(), stopping.signal)) === 0) return;
    }
  }

  function occupy(lane: Lane): void {
    const work = drain(lane)
      .catch((error: unknown) => deps.log.error({ err: error, ...withoutSecret(lane) }, 'deliveries failed'))
      .finally(() => busy.delete(lane.subscriptionId));
    busy.set(lane.subscriptionId, work);
  }

  const loop = makeLoop({
    name: 'deliveries',
    deps,
    scheduler,
    async turn() {
      const at = deps.clock.now();
      const lanes = await deps.store.read((db) => listDueLanes(db, at));
      for (const lane of lanes) if (!busy.has(lane.subscriptionId)) occupy(lane);
      if (lanes.length > 0) return 1_000;
      const next = await deps.store.read(nextDeliveryInstant);
      return next === null
        ? LONGEST_WAIT
        : Math.min(Math.max(0, Date.parse(next) - Date.parse(at)), LONGEST_WAIT);
    },
  });

  return {
    start: () => loop.start(),
    async stop() {
      stopping.abort();
      await loop.stop();
      await Promise.all(busy.values());
      await poster.close();
    },
    async sendDue(at) {
      const lanes = await deps.store.read((db) => listDueLanes(db, at));
      const counts = await Promise.all(
        lanes.map(({ subscriptionId }) => sendLot(parts, subscriptionId, at, stopping.signal)),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

const withoutSecret = ({ subscriptionId, url }: Lane) => ({ subscriptionId, url });
