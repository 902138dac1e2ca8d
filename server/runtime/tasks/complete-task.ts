// Completing a task: the result is checked, what its form changes is changed, and once enough of those asked
// have completed theirs the plan takes the event. All of it in one commit, or nothing.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../../engine/index.ts';
import { type Actor, systemActor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { appendAudit, appendFeed } from '../../store/queries/records.ts';
import {
  closeTaskRows,
  completeTaskRow,
  listSiblings,
  type TaskInContext,
} from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { signByTask } from '../agreement/sign-by-task.ts';
import { tellOfVersions } from '../agreement/tell-of-versions.ts';
import { stepPlan } from '../plans/step-plan.ts';
import { tellPlans } from '../plans/tell-plans.ts';
import { recordRelease, refuseLateDispute } from '../ratings/release-by-task.ts';
import { applyForm } from './apply-form.ts';
import { completionsOf, spareTasks } from './completion.ts';
import { requireFit } from './require-fit.ts';
import { requireKindWords } from './require-kind-words.ts';
import { isAppraisalOf, refuseOthersWord, refuseOwnRating } from './self-appraisal.ts';
import { requireOwnTask, requireTask } from './sight.ts';
import { auditOf, isUnnamed, withoutNames } from './unnamed.ts';

export interface Completing {
  result: JsonObject;
  actor: Actor;
  /** The tag of the task that the actor has seen. */
  ifMatch?: string | undefined;
}

type TagParts = Pick<TaskInContext, 'id' | 'state' | 'assigneeId' | 'result'>;

/** Changes whenever the task does. */
export function tagOf({ id, state, assigneeId, result }: TagParts): string {
  const text = JSON.stringify([id, state, assigneeId, result]);
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Whether it is completed so already. @throws ProblemError when it cannot be completed so any more. */
function isRepeated(task: TaskInContext, { result }: Completing): boolean {
  if (task.state === 'open') return false;
  if (task.state === 'completed' && isDeepStrictEqual(JSON.parse(task.result ?? 'null'), result)) return true;
  const detail =
    task.state === 'completed'
      ? `${task.completerName ?? task.completedBy} completed this task on ${task.completedAt} with another result, which was kept.`
      : 'This task is closed: the plan has gone on without it. Nothing was changed.';
  throw new ProblemError('conflict', detail, { errors: [{ pointer: '', code: task.state, detail }] });
}

function requireWorker(task: TaskInContext, { actor, ifMatch }: Completing): void {
  if (task.completedBy !== actor.id) requireOwnTask(task, actor);
  if (isAppraisalOf(task, actor.id))
    throw new ProblemError('not-allowed', 'This task is about you; somebody else must complete it.');
  refuseOthersWord(task, actor.id);
  if (ifMatch !== undefined && ifMatch !== tagOf(task) && task.state === 'open')
    throw new ProblemError('stale', 'The task has changed since you saw it; look at it again.');
}

/** The plan takes the event when enough have completed theirs; until then only this task is done. */
async function stepWhenDone(deps: Deps, db: Db, task: TaskInContext, given: Completing): Promise<void> {
  const siblings = (await listSiblings(db, [task])).filter((one) => one.activation === task.activation);
  await closeTaskRows(db, spareTasks(siblings, task.id));
  const { done, needed } = completionsOf(siblings, JSON.parse(task.complete));
  const place = { planId: task.planId, componentId: task.componentId, personId: task.assigneeId };
  const data = { taskId: task.id, key: task.key, done, needed };
  const at = deps.clock.now();
  if (isUnnamed(task)) await appendFeed(db, { at, type: 'answer.given', personId: given.actor.id });
  else await appendFeed(db, { at, type: 'task.completed', ...place, data });
  if (done < needed) return;
  const results = siblings
    .filter((one) => one.state === 'completed')
    .map((one) => JSON.parse(one.result ?? 'null'));
  await stepPlan(deps, db, {
    planId: task.planId,
    event: {
      id: `task:${task.id}`,
      type: `task.${task.key}.completed`,
      data: isUnnamed(task)
        ? withoutNames(task, results)
        : { result: given.result, results, completedBy: given.actor.id },
    },
    actor: isUnnamed(task) ? systemActor.id : given.actor.id,
  });
}

/**
 * The same result again has no effect.
 * @throws ProblemError invalid, conflict, not-allowed, stale; guards-refused when the plan needs something else
 * first. The task then stays open as it was.
 */
export async function completeTask(deps: Deps, id: string, given: Completing): Promise<void> {
  const { result, actor } = given;
  await requireKindWords(deps, await deps.store.read((db) => requireTask(db, id, actor)), result);
  await deps.store.commit(async (db) => {
    const task = await requireTask(db, id, actor);
    requireWorker(task, given);
    await refuseLateDispute(deps, db, task);
    if (isRepeated(task, given)) return;
    await refuseOwnRating(db, task, actor.id);
    const form = JSON.parse(task.form);
    requireFit(form, result);
    const heard = await applyForm({ db, ports: deps, task, actor }, form, result);
    await recordRelease(deps, db, { task, actor });
    await signByTask(deps, db, { task, form, result, actor });
    const at = deps.clock.now();
    await completeTaskRow(db, id, { at, by: actor.id, result: JSON.stringify(result) });
    await stepWhenDone(deps, db, task, given);
    await appendAudit(db, auditOf(task, { at, actor: actor.id }));
    await tellOfVersions(deps, db, { componentId: task.componentId, actor: actor.id });
    for (const { componentId, event } of heard)
      await tellPlans(deps, db, { componentId, event, actor: actor.id });
  });
}
