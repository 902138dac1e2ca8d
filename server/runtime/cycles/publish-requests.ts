// A second person approves a publish: what is asked for is kept word for word, approved or returned by somebody else,
// and published exactly as it was asked for.
import { type Cycle, checkCycle, formatCycle, type Role } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { permissions } from '../../access/permissions.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import type { CycleVersion } from '../../store/queries/cycles.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import { listPeopleWithRole } from '../../store/queries/people.ts';
import {
  type Decision,
  decidePublishRequest,
  findPublishRequest,
  findWaitingRequest,
  insertPublishRequest,
  type PublishRequest,
} from '../../store/queries/publish-requests.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { readCheckContext } from './check-context.ts';
import { hashOf, publishIn, refuseErrors } from './publish-cycle.ts';

type Doing = Pick<Deps, 'store' | 'drafts' | 'clock' | 'ids'>;

async function approversBut(db: Db, personId: string): Promise<string[]> {
  const roles = Object.keys(permissions['cycles.approve']) as Role[];
  const people = await Promise.all(roles.map((role) => listPeopleWithRole(db, role)));
  return [...new Set(people.flat().map(({ id }) => id))].filter((id) => id !== personId);
}

async function record(
  db: Db,
  given: {
    at: string;
    actor: string;
    action: string;
    request: PublishRequest;
    /** Its state; null: there was no such request. */
    before: string | null;
    after: string;
    more?: Record<string, string | number>;
  },
): Promise<void> {
  const { at, actor, action, request, before, after, more = {} } = given;
  const { id, cycleId, hash } = request;
  await appendFeed(db, { at, type: `cycle.${action}`, data: { cycleId, requestId: id } });
  await appendAudit(db, {
    at,
    actor,
    action: `cycle.${action}`,
    resource: `cycle/${cycleId}`,
    detail: {
      requestId: id,
      hash,
      ...more,
      ...changeOf(before === null ? null : { state: before }, { state: after }),
    },
  });
}

/**
 * A newer request of the same cycle takes the place of the one that waits.
 * @throws ProblemError has-problems when the cycle has an error; conflict when there is nothing new to publish.
 */
export async function requestPublish(
  deps: Doing,
  { cycle, note, actor }: { cycle: Cycle; note: string; actor: Actor },
): Promise<PublishRequest> {
  refuseErrors(checkCycle(cycle, await readCheckContext(deps)));
  const hash = hashOf(cycle);
  return deps.store.commit(async (db) => {
    const latest = await findCycleVersion(db, cycle.id);
    if (latest?.hash === hash)
      throw new ProblemError(
        'conflict',
        `Version ${latest.version} is the same; there is nothing to publish.`,
      );
    const at = deps.clock.now();
    const before = await findWaitingRequest(db, cycle.id);
    if (before)
      await settle(db, before, {
        at,
        actor: actor.id,
        state: 'withdrawn',
        reason: 'A newer request took its place.',
      });
    const request: PublishRequest = {
      id: deps.ids.next('req'),
      cycleId: cycle.id,
      name: cycle.name,
      hash,
      note,
      state: 'waiting',
      requestedAt: at,
      requestedBy: actor.id,
      decidedAt: null,
      decidedBy: null,
      reason: null,
      version: null,
    };
    await insertPublishRequest(db, { ...request, document: formatCycle(cycle) });
    await record(db, {
      ...{ at, actor: actor.id, action: 'publish-requested', request },
      ...{ before: null, after: request.state },
    });
    await notifyPersons(db, await approversBut(db, actor.id), {
      planId: null,
      componentId: null,
      requestId: request.id,
      message: `${actor.name} asks you to approve a new version of “${cycle.name}”: ${note}`,
      at,
      idSeed: `publish-request:${request.id}`,
    });
    return request;
  });
}

interface Settling {
  at: string;
  actor: string;
  state: Decision['state'];
  reason: string | null;
  version?: number;
}

const actions = {
  approved: 'publish-approved',
  returned: 'publish-returned',
  withdrawn: 'publish-withdrawn',
} as const;

async function settle(db: Db, request: PublishRequest, given: Settling): Promise<PublishRequest> {
  const { at, actor, state, reason, version = null } = given;
  const decision = { state, decidedAt: at, decidedBy: actor, reason, version };
  await decidePublishRequest(db, request.id, decision);
  const more = { ...(reason ? { reason } : {}), ...(version === null ? {} : { version }) };
  await record(db, { at, actor, action: actions[state], request, before: request.state, after: state, more });
  return { ...request, ...decision };
}

/** @throws ProblemError not-found; conflict when it has been decided already. */
async function findWaiting(db: Db, id: string) {
  const found = await findPublishRequest(db, id);
  if (!found) throw notFound('request to publish');
  if (found.request.state === 'waiting') return found;
  throw new ProblemError('conflict', `This request was ${found.request.state} already; nothing was changed.`);
}

function requireSecond(request: PublishRequest, actor: Actor): void {
  if (request.requestedBy === actor.id)
    throw new ProblemError(
      'not-allowed',
      'You asked for this yourself, so somebody else has to decide it. You can withdraw it.',
    );
}

const tellRequester = (db: Db, request: PublishRequest, message: string, at: string): Promise<void> =>
  notifyPersons(db, [request.requestedBy], {
    planId: null,
    componentId: null,
    requestId: request.id,
    message,
    at,
    idSeed: `publish-decided:${request.id}`,
  });

/**
 * `hash` and `against` say what the approver has looked at: the document, and the version that it was compared with.
 * @throws ProblemError stale when either is another by now; not-allowed when it is the actor's own request.
 */
export async function approvePublish(
  deps: Doing,
  { id, hash, against, actor }: { id: string; hash: string; against: number | null; actor: Actor },
): Promise<{ request: PublishRequest; version: CycleVersion }> {
  const context = await readCheckContext(deps);
  return deps.store.commit(async (db) => {
    const { request, document } = await findWaiting(db, id);
    requireSecond(request, actor);
    const cycle: Cycle = JSON.parse(document);
    const latest = await findCycleVersion(db, request.cycleId);
    if (request.hash !== hash || hashOf(cycle) !== hash || (latest?.version ?? null) !== against)
      throw new ProblemError('stale', 'This is not what you looked at; look again before you approve it.');
    refuseErrors(checkCycle(cycle, context));
    const at = deps.clock.now();
    const by = { id: request.requestedBy };
    const { version } = await publishIn(db, { cycle, note: request.note, actor: by, at });
    const settled = await settle(db, request, {
      at,
      actor: actor.id,
      state: 'approved',
      reason: null,
      version: version.version,
    });
    const told = `${actor.name} approved it: version ${version.version} of “${request.name}” is published.`;
    await tellRequester(db, request, told, at);
    return { request: settled, version };
  });
}

/** @throws ProblemError not-allowed when it is the actor's own request. */
export async function returnPublish(
  deps: Doing,
  { id, reason, actor }: { id: string; reason: string; actor: Actor },
): Promise<PublishRequest> {
  return deps.store.commit(async (db) => {
    const { request } = await findWaiting(db, id);
    requireSecond(request, actor);
    const at = deps.clock.now();
    await tellRequester(db, request, `${actor.name} returned “${request.name}” to you: ${reason}`, at);
    return settle(db, request, { at, actor: actor.id, state: 'returned', reason });
  });
}

/** @throws ProblemError not-allowed when somebody else asked for it. */
export async function withdrawPublish(
  deps: Doing,
  { id, actor }: { id: string; actor: Actor },
): Promise<PublishRequest> {
  return deps.store.commit(async (db) => {
    const { request } = await findWaiting(db, id);
    if (request.requestedBy !== actor.id)
      throw new ProblemError('not-allowed', 'Only who asked for it can withdraw it. You can return it.');
    return settle(db, request, { at: deps.clock.now(), actor: actor.id, state: 'withdrawn', reason: null });
  });
}
