// Feedback between any two, spontaneous or asked for. Who reads it is fixed when it is said and never widened.
import { type JsonObject, localDateOf } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { insertFeedback, type Visibility } from '../../store/queries/feedback.ts';
import { findRequest, settleRequest } from '../../store/queries/feedback-requests.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { FeedbackRow } from '../../store/schema/exchange.ts';
import type { Db } from '../../store/schema.ts';
import { homeZone } from '../absences/home.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { tellPlans } from '../plans/tell-plans.ts';
import { refuseUnkindWords } from '../tasks/require-kind-words.ts';
import { comparedToOthers } from '../wording/compared-with.ts';
import { keepAdvice, rulesPassedOver } from '../wording/count-advice.ts';
import { type Address, findReceiver, type Receiver, refuse, requireGoalOf } from './receiver.ts';

export interface NewFeedback {
  to: Address;
  text: string;
  visibility: Visibility;
  goalId?: string | undefined;
  requestId?: string | undefined;
}

/** @throws ProblemError not-found, conflict. */
async function requireOpenRequest(db: Db, id: string, actor: Actor) {
  const request = await findRequest(db, id, actor.id);
  if (!request || request.askedId !== actor.id) throw notFound('request');
  if (request.state === 'open') return request;
  throw new ProblemError('conflict', 'This request is settled already. Nothing was sent.');
}

/** Null where the visibility needs none. @throws ProblemError invalid when there is none. */
async function managerFor(db: Db, receiver: Receiver, visibility: Visibility): Promise<string | null> {
  if (visibility === 'plan' && receiver.componentId === null)
    throw refuse(
      '/visibility',
      `${receiver.personName} answers for nothing that has plans; choose who else reads it.`,
    );
  if (visibility !== 'manager') return null;
  const managers = receiver.componentId ? await resolveAssignees(db, receiver.componentId, 'manager') : [];
  const manager = managers.find((id) => id !== receiver.personId);
  if (manager !== undefined) return manager;
  throw refuse('/visibility', `${receiver.personName} has no manager here; choose who else reads it.`);
}

async function toRow(deps: Deps, db: Db, actor: Actor, given: NewFeedback): Promise<FeedbackRow> {
  const { visibility, text, goalId = null, requestId = null } = given;
  const receiver = await findReceiver(db, given.to);
  if (receiver.personId === actor.id && visibility !== 'private')
    throw refuse('/to', 'That would go to yourself; write it as a private note, or choose somebody else.');
  if (goalId !== null) await requireGoalOf(db, goalId, receiver.componentId);
  return {
    id: deps.ids.next('fbk'),
    planId: null,
    componentId: receiver.componentId,
    toPersonId: receiver.personId,
    goalId,
    authorId: actor.id,
    text,
    at: deps.clock.now(),
    visibility,
    managerId: await managerFor(db, receiver, visibility),
    requestId,
    thankedAt: null,
    anonymity: 'named',
    raterGroup: null,
    threshold: null,
    round: null,
    level: null,
  };
}

/** The receiver hears of it; the manager reads it when they look. Plans hear that there is some, not from whom. */
async function tell(deps: Deps, db: Db, row: FeedbackRow, actor: Actor): Promise<void> {
  if (row.visibility === 'private' || row.toPersonId === null) return;
  const message = `${actor.name} gave you feedback.`;
  const place = { planId: null, componentId: row.componentId, place: 'feedback' as const };
  await notifyPersons(db, [row.toPersonId], { ...place, message, at: row.at, idSeed: row.id });
  if (row.componentId === null) return;
  const event = { id: `feedback:${row.id}`, type: 'feedback.received', data: { feedbackId: row.id } };
  const teller = row.visibility === 'plan' ? actor.id : 'system';
  await tellPlans(deps, db, { componentId: row.componentId, event, actor: teller });
}

async function answerRequest(db: Db, row: FeedbackRow, actor: Actor): Promise<void> {
  if (row.requestId === null) return;
  const request = await requireOpenRequest(db, row.requestId, actor);
  if (row.toPersonId !== request.requesterId || row.visibility === 'private')
    throw refuse('/to', 'An answer goes to whom asked, and they read it.');
  await settleRequest(db, request.id, { state: 'answered', at: row.at, reason: null });
}

/** The trail says that something was said and to whom, never what; of a private note not even to whom. */
async function record(db: Db, row: FeedbackRow): Promise<void> {
  const { id, at, authorId, toPersonId, componentId, visibility } = row;
  const said: JsonObject =
    visibility === 'private' ? { visibility } : { toPersonId, componentId, visibility };
  const detail = changeOf(null, said);
  await appendAudit(db, { at, actor: authorId, action: 'feedback.give', resource: `feedback/${id}`, detail });
  for (const personId of new Set([
    authorId,
    ...(visibility === 'private' ? [] : [toPersonId, row.managerId]),
  ]))
    if (personId !== null) await appendFeed(db, { at, type: 'feedback.given', personId, data: { id } });
}

/** What somebody notes for themselves hurts nobody. */
async function requireKind({ text, visibility }: NewFeedback): Promise<void> {
  if (visibility !== 'private') await refuseUnkindWords({ text, pointer: '/text', of: 'another' });
}

/** What is kept of how it is written; nothing of a private note. */
async function adviceOn(deps: Deps, actor: Actor, { to, text, visibility }: NewFeedback) {
  if (visibility === 'private') return [];
  const { receiver, compared, today } = await deps.store.read(async (db) => {
    const receiver = await findReceiver(db, to);
    const zone = await homeZone(db, receiver.personId);
    return {
      receiver,
      today: localDateOf(deps.clock.now(), zone),
      compared: await comparedToOthers(db, actor.id, receiver),
    };
  });
  const about = { id: receiver.personId, name: receiver.personName };
  const rules = await rulesPassedOver({ text, today, about, ...compared });
  return [{ day: today, authorId: actor.id, componentId: receiver.componentId, launchId: null, rules }];
}

/** @throws ProblemError invalid, conflict, not-found. */
export async function giveFeedback(deps: Deps, actor: Actor, given: NewFeedback): Promise<string> {
  await requireKind(given);
  const advised = await adviceOn(deps, actor, given);
  return deps.store.commit(async (db) => {
    const row = await toRow(deps, db, actor, given);
    await keepAdvice(db, deps, advised);
    await answerRequest(db, row, actor);
    await insertFeedback(db, row);
    await record(db, row);
    await tell(deps, db, row, actor);
    return row.id;
  });
}
