// Asking for feedback: the one who is asked hears of it, answers or declines; who asked sees which.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findRequest, insertRequest, settleRequest } from '../../store/queries/feedback-requests.ts';
import { findPerson } from '../../store/queries/people.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { FeedbackRequestRow } from '../../store/schema/exchange.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { refuseUnkindWords } from '../tasks/require-kind-words.ts';
import { findReceiver, refuse, requireGoalOf } from './receiver.ts';

export interface NewRequest {
  /** Who is asked. */
  personId: string;
  question: string;
  /** What it is about; absent: the one who asks. */
  componentId?: string | undefined;
  goalId?: string | undefined;
}

/** An answer goes to whom asked, so it can only be about what they answer for. */
async function requireOwn(db: Db, componentId: string, actor: Actor): Promise<void> {
  const receiver = await findReceiver(db, { componentId });
  if (receiver.personId === actor.id) return;
  const name = (await findComponent(db, componentId))?.name ?? componentId;
  throw refuse('/componentId', `You do not answer for ${name}; ask about yourself, or about what is yours.`);
}

async function toRow(deps: Deps, db: Db, actor: Actor, given: NewRequest): Promise<FeedbackRequestRow> {
  const { personId, question, componentId = null, goalId = null } = given;
  if (personId === actor.id) throw refuse('/personId', 'Nobody asks themselves; choose somebody else.');
  if (!(await findPerson(db, personId)))
    throw refuse('/personId', `There is no person ${personId}; choose one that exists.`);
  if (componentId !== null) await requireOwn(db, componentId, actor);
  if (goalId !== null) {
    const about = componentId ?? (await findReceiver(db, { personId: actor.id })).componentId;
    await requireGoalOf(db, goalId, about);
  }
  return {
    id: deps.ids.next('fbq'),
    requesterId: actor.id,
    askedId: personId,
    componentId,
    goalId,
    question,
    state: 'open',
    at: deps.clock.now(),
    settledAt: null,
    reason: null,
  };
}

interface Happened {
  at: string;
  actor: Actor;
  action: string;
  /** Its state; null: there was no such request. */
  before: string | null;
  after: string;
}

async function record(
  db: Db,
  row: FeedbackRequestRow,
  { at, actor, action, before, after }: Happened,
): Promise<void> {
  const { id, requesterId, askedId } = row;
  const change = changeOf(before === null ? null : { state: before }, { state: after });
  const detail = { requesterId, askedId, ...change };
  await appendAudit(db, { at, actor: actor.id, action, resource: `feedback-request/${id}`, detail });
  for (const personId of [requesterId, askedId])
    await appendFeed(db, { at, type: 'feedback.request', personId, data: { id } });
}

/** @throws ProblemError invalid. */
export async function requestFeedback(deps: Deps, actor: Actor, given: NewRequest): Promise<string> {
  await refuseUnkindWords({ text: given.question, pointer: '/question', of: 'another' });
  return deps.store.commit(async (db) => {
    const row = await toRow(deps, db, actor, given);
    await insertRequest(db, row);
    const { id, at, componentId } = row;
    await record(db, row, { at, actor, action: 'feedback.request', before: null, after: row.state });
    const message = `${actor.name} asks you for feedback.`;
    const told = { planId: null, componentId, place: 'feedback' as const, message, at, idSeed: id };
    await notifyPersons(db, [row.askedId], told);
    return id;
  });
}

const settling = {
  declined: { by: 'askedId', action: 'feedback.decline', told: 'requesterId' },
  withdrawn: { by: 'requesterId', action: 'feedback.withdraw', told: 'askedId' },
} as const;

export interface Settling {
  id: string;
  state: keyof typeof settling;
  reason: string | null;
}

/** Said again it has no effect. @throws ProblemError not-found, conflict. */
export async function endRequest(deps: Deps, actor: Actor, { id, state, reason }: Settling): Promise<void> {
  const { by, action, told } = settling[state];
  if (reason !== null) await refuseUnkindWords({ text: reason, pointer: '/reason', of: 'another' });
  await deps.store.commit(async (db) => {
    const request = await findRequest(db, id, actor.id);
    if (!request || request[by] !== actor.id) throw notFound('request');
    if (request.state === state) return;
    if (request.state !== 'open')
      throw new ProblemError('conflict', 'This request is settled already. Nothing was changed.');
    const at = deps.clock.now();
    await settleRequest(db, id, { state, at, reason });
    await record(db, request, { at, actor, action, before: request.state, after: state });
    const message =
      state === 'declined'
        ? `${actor.name} declined your request for feedback.`
        : `${actor.name} no longer asks you for feedback.`;
    const place = { planId: null, componentId: request.componentId, place: 'feedback' as const };
    await notifyPersons(db, [request[told]], { ...place, message, at, idSeed: `${id}:${state}` });
  });
}
