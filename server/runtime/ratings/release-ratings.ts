// Releasing ratings: from then on those whom they are about may read them. An act of a person with the right to it,
// with who, when and for which plan in the audit trail; of many plans each answers for itself.
import type { JsonObject, RatingRule } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { insertRelease } from '../../store/queries/rating-releases.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { mayRelease, type Releasable } from './may-release.ts';
import { openQuestions, type Question } from './open-questions.ts';

export interface Releasing {
  actor: Actor;
  note?: string | undefined;
  /** Whose open questions the actor has looked at. */
  confirmed?: ReadonlySet<string>;
}

export type ReleasedItem =
  | { planId: string; outcome: 'done' }
  | { planId: string; outcome: 'refused'; reason: string; questions?: Question[] };

/** In a cycle without a task for it: the plan stays where it is. */
async function releaseByHand(
  { clock }: Deps,
  db: Db,
  { planId, componentId, revision, actor, note, lookedAt }: Releasing & ByHand,
): Promise<void> {
  const at = clock.now();
  await insertRelease(db, { planId, revision, at, releasedBy: actor.id, note: note ?? null });
  await appendAudit(db, {
    at,
    actor: actor.id,
    action: 'rating.release',
    resource: `plan/${planId}`,
    detail: { revision, ...lookedAt, ...changeOf({ released: false }, { released: true }) },
  });
  await appendFeed(db, { at, type: 'plan.released', planId, componentId, data: { revision } });
  const message = 'Your appraisal is released: read it on the page of your plan.';
  const idSeed = `release:${planId}:${revision}`;
  const owners = await resolveAssignees(db, componentId, 'owner');
  await notifyPersons(db, owners, { planId, componentId, message, at, idSeed });
}

type ByHand = Pick<Extract<Releasable, { kind: 'by-hand' }>, 'componentId' | 'revision'> & {
  planId: string;
  lookedAt: JsonObject;
};

const unconfirmed = (questions: Question[]): ProblemError =>
  new ProblemError(
    'conflict',
    'The checks still ask about this rating. Look at it, and confirm that you did.',
    {
      errors: questions.map(({ rule, message }) => ({ pointer: '/confirmed', code: rule, detail: message })),
    },
  );

/** For the trail: what was asked and passed over. @throws ProblemError conflict. */
async function requireLookedAt(
  deps: Deps,
  db: Db,
  { planId, confirmed }: { planId: string } & Pick<Releasing, 'confirmed'>,
): Promise<JsonObject> {
  const questions = await openQuestions(deps, db, planId);
  if (questions.length === 0) return {};
  if (!confirmed?.has(planId)) throw unconfirmed(questions);
  return { confirmed: [...new Set(questions.map(({ rule }) => rule))] };
}

/** @throws ProblemError not-found, not-allowed, conflict. */
async function releaseOne(deps: Deps, planId: string, { actor, note, confirmed }: Releasing): Promise<void> {
  const asked = { planId, ...(confirmed ? { confirmed } : {}) };
  const byTask = await deps.store.commit(async (db) => {
    const releasable = await mayRelease(deps, db, { actor, planId });
    switch (releasable.kind) {
      case 'not-found':
        throw notFound('plan');
      case 'refused':
        throw new ProblemError(releasable.isRight ? 'conflict' : 'not-allowed', releasable.why);
      case 'by-task':
        return { taskId: releasable.task.id, ...(await requireLookedAt(deps, db, asked)) };
      case 'by-hand': {
        const lookedAt = await requireLookedAt(deps, db, asked);
        await releaseByHand(deps, db, { planId, ...releasable, actor, note, lookedAt });
        return null;
      }
    }
  });
  if (byTask === null) return;
  const { taskId, ...lookedAt } = byTask;
  await completeTask(deps, taskId, { result: note ? { note } : {}, actor, lookedAt });
}

async function answerOf(deps: Deps, planId: string, given: Releasing): Promise<ReleasedItem> {
  try {
    await releaseOne(deps, planId, given);
    return { planId, outcome: 'done' };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.kind === 'unavailable') throw error;
    const asked = (error.more.errors ?? []).filter(({ pointer }) => pointer === '/confirmed');
    const questions = asked.map(({ code = '', detail }) => ({ rule: code as RatingRule, message: detail }));
    return {
      planId,
      outcome: 'refused',
      reason: error.message,
      ...(questions.length > 0 ? { questions } : {}),
    };
  }
}

/** In the order given; a plan that comes twice is released once. */
export async function releaseRatings(
  deps: Deps,
  planIds: readonly string[],
  given: Releasing,
): Promise<ReleasedItem[]> {
  const items: ReleasedItem[] = [];
  for (const planId of new Set(planIds)) items.push(await answerOf(deps, planId, given));
  return items;
}
