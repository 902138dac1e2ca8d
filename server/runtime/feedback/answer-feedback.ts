// What becomes of feedback: it is answered, and thanked for once.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { type FeedbackInContext, findFeedback, insertReply, thankFor } from '../../store/queries/feedback.ts';
import { appendFeed } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { refuseUnkindWords } from '../tasks/require-kind-words.ts';

const alone = (actor: Actor) => ({
  personId: actor.id,
  componentIds: new Set<string>(),
  ownPosts: new Set<string>(),
});

/** Between the two whom it concerns; who else reads it does not join in. */
export const mayReply = (
  { visibility, authorId, toPersonId }: FeedbackInContext,
  personId: string,
): boolean =>
  visibility !== 'private' && (personId === toPersonId || (personId === authorId && toPersonId !== null));

/** @throws ProblemError not-found, not-allowed. */
async function requireOne(db: Db, id: string, actor: Actor): Promise<FeedbackInContext> {
  const feedback = await findFeedback(db, id, alone(actor));
  if (!feedback) throw notFound('feedback');
  return feedback;
}

interface Told {
  to: string;
  message: string;
  at: string;
  idSeed: string;
}

async function tell(db: Db, { id, componentId }: FeedbackInContext, { to, message, at, idSeed }: Told) {
  await notifyPersons(db, [to], { planId: null, componentId, place: 'feedback', message, at, idSeed });
  await appendFeed(db, { at, type: 'feedback.answered', personId: to, data: { id } });
}

/** @throws ProblemError invalid, not-found, not-allowed. */
export async function replyTo(deps: Deps, actor: Actor, given: { id: string; text: string }): Promise<void> {
  await refuseUnkindWords({ text: given.text, pointer: '/text', of: 'another' });
  await deps.store.commit(async (db) => {
    const feedback = await requireOne(db, given.id, actor);
    if (!mayReply(feedback, actor.id))
      throw new ProblemError('not-allowed', 'Only the two whom this feedback is between reply to it.');
    const at = deps.clock.now();
    const id = deps.ids.next('fbr');
    await insertReply(db, { id, feedbackId: given.id, authorId: actor.id, text: given.text, at });
    const to = actor.id === feedback.toPersonId ? feedback.authorId : feedback.toPersonId;
    if (to === null) return;
    await tell(db, feedback, { to, message: `${actor.name} replied to feedback.`, at, idSeed: id });
  });
}

/** Said again it has no effect. @throws ProblemError not-found, not-allowed. */
export async function thank(deps: Deps, actor: Actor, id: string): Promise<void> {
  await deps.store.commit(async (db) => {
    const feedback = await requireOne(db, id, actor);
    if (feedback.toPersonId !== actor.id || feedback.visibility === 'private')
      throw new ProblemError('not-allowed', 'Thanks come from the one to whom it was said.');
    if (feedback.thankedAt !== null) return;
    const at = deps.clock.now();
    await thankFor(db, id, at);
    const message = `${actor.name} thanks you for your feedback.`;
    await tell(db, feedback, { to: feedback.authorId, message, at, idSeed: `${id}:thanks` });
  });
}
