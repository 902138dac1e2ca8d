// What an attempt came to: delivered, to be tried again later, or given up. Who owns the automations is told of
// what was given up, once a day for each subscription.
import type { Deps } from '../../deps.ts';
import { listPeopleWithRole } from '../../store/queries/assignees.ts';
import { insertAttempt } from '../../store/queries/delivery-attempts.ts';
import {
  type Lane,
  type Lease,
  releaseLease,
  type Settlement,
  settleLease,
} from '../../store/queries/delivery-leases.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { setSubscriptionActive } from '../../store/queries/subscriptions.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import type { Answer } from './post.ts';
import { readRetryAfter, retryWait } from './retry-schedule.ts';

export interface Settling {
  deps: Pick<Deps, 'store' | 'clock' | 'log'>;
  /** 0 up to 1. */
  random: () => number;
}
type Final = Exclude<Answer, { kind: 'stopped' }>;

/** The receiver wants no more of it. */
const GONE = 410;

function problemOf(answer: Final): string {
  if (answer.kind === 'unreachable') return answer.problem;
  if (answer.status >= 300 && answer.status < 400)
    return `The receiver answered ${answer.status}, a redirect; deliveries follow none. Change the URL.`;
  if (answer.status === GONE)
    return 'The receiver answered 410: it wants no more. The subscription is paused.';
  return `The receiver answered ${answer.status}.`;
}

/** Pure: what to write down after the attempt. */
export function settlementOf(
  { attempts: before }: Pick<Lease, 'attempts'>,
  answer: Final,
  { at, random }: { at: string; random: () => number },
): Settlement {
  const attempts = before + 1;
  const lastStatus = answer.kind === 'answered' ? answer.status : null;
  if (lastStatus !== null && lastStatus >= 200 && lastStatus < 300)
    return { state: 'delivered', attempts, lastStatus, lastProblem: null, settledAt: at };
  const lastProblem = problemOf(answer);
  const retryAfter = answer.kind === 'answered' ? readRetryAfter(answer.retryAfter, at) : null;
  const wait = lastStatus === GONE ? null : retryWait(attempts, { random, retryAfter });
  if (wait === null) return { state: 'dead', attempts, lastStatus, lastProblem, settledAt: at };
  const nextAt = new Date(Date.parse(at) + wait).toISOString();
  return { state: 'waiting', attempts, nextAt, lastStatus, lastProblem, settledAt: null };
}

async function tellOwners(db: Db, lane: Lane, given: { at: string; problem: string }): Promise<void> {
  const { at, problem } = given;
  await notifyPersons(db, await listPeopleWithRole(db, 'admin'), {
    planId: null,
    componentId: null,
    message: `A delivery to ${new URL(lane.url).host} was given up. ${problem} It can be sent again under Automations.`,
    at,
    idSeed: `given-up:${lane.subscriptionId}:${at.slice(0, 10)}`,
  });
}

export async function settleDelivery(
  { deps, random }: Settling,
  { lane, lease, answer, sentAt }: { lane: Lane; lease: Lease; answer: Answer; sentAt: string },
): Promise<void> {
  await deps.store.commit(async (db) => {
    if (answer.kind === 'stopped') return releaseLease(db, lease);
    const at = deps.clock.now();
    const settlement = settlementOf(lease, answer, { at, random });
    if (!(await settleLease(db, lease, settlement))) return;
    const { state, lastStatus, lastProblem } = settlement;
    const { subscriptionId } = lane;
    await insertAttempt(db, {
      ...{ deliveryId: lease.id, subscriptionId, at: sentAt },
      milliseconds: Math.max(0, Date.parse(at) - Date.parse(sentAt)),
      ...{ status: lastStatus, problem: lastProblem },
    });
    await appendFeed(db, { at, type: 'delivery.attempted', data: { id: lease.id, subscriptionId, state } });
    if (lastStatus === GONE) await setSubscriptionActive(db, subscriptionId, false);
    if (state === 'dead') await tellOwners(db, lane, { at, problem: lastProblem ?? '' });
  });
}
