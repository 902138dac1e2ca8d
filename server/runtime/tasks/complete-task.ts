// Completing a task: the result is checked, what its form changes is changed, and once enough of those asked
// have completed theirs the plan takes the event. All of it in one commit, or nothing.
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../../engine/index.ts';
import { type Actor, systemActor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { findChangeByAsk } from '../../store/queries/rater-changes.ts';
import { appendAudit, appendFeed } from '../../store/queries/records.ts';
import { deleteDrafts } from '../../store/queries/task-drafts.ts';
import { countGranted } from '../../store/queries/task-reopenings.ts';
import { closeTaskRows, completeTaskRow } from '../../store/queries/task-rows.ts';
import { listSiblings, type TaskSibling } from '../../store/queries/task-siblings.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import type { Shown } from '../agreement/shown.ts';
import { signByTask } from '../agreement/sign-by-task.ts';
import { tellOfVersions } from '../agreement/tell-of-versions.ts';
import { stepPlan } from '../plans/step-plan.ts';
import { tellPlans } from '../plans/tell-plans.ts';
import { answerAsk } from '../raters/answer-ask.ts';
import { recordRelease, refuseLateDispute } from '../ratings/release-by-task.ts';
import { adviceOnTask, keepAdvice } from '../wording/count-advice.ts';
import { applyForm } from './apply-form.ts';
import { requireAsSeen } from './as-seen.ts';
import { completionsOf, spareTasks } from './completion.ts';
import { decidedTogether } from './decided-together.ts';
import { refuseLostRole } from './lost-role.ts';
import { requireFit } from './require-fit.ts';
import { requireKindWords } from './require-kind-words.ts';
import { isAppraisalOf, refuseDecidingForTwo, refuseOthersWord, refuseOwnRating } from './self-appraisal.ts';
import { requireOwnTask, requireTaskToWork } from './sight.ts';
import { auditOf, isUnnamed, withoutNames } from './unnamed.ts';

export interface Completing {
  result: JsonObject;
  actor: Actor;
  /** The tag of the task that the actor has seen. */
  ifMatch?: string | undefined;
  /** Of a release: what the checks asked and the actor confirmed to have looked at. */
  lookedAt?: JsonObject | undefined;
  /** Of a task that signs the plan: what of it the actor was shown. */
  shown?: Shown | undefined;
  /** Only says whether it would be accepted. */
  dryRun?: boolean | undefined;
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
  if (task.state === 'open') requireAsSeen(task, { ifMatch });
}

const siblingsOf = async (db: Db, task: TaskInContext): Promise<TaskSibling[]> =>
  (await listSiblings(db, [task])).filter((one) => one.activation === task.activation);

const resultsOf = (siblings: readonly TaskSibling[]): JsonObject[] =>
  siblings.filter(({ state }) => state === 'completed').map(({ result }) => JSON.parse(result ?? 'null'));

/** A rater's seat stays empty: the plan goes on when nobody else is waited for. */
async function goOnWithout(deps: Deps, db: Db, rater: TaskInContext): Promise<void> {
  const siblings = await siblingsOf(db, rater);
  const { done, needed } = completionsOf(siblings, JSON.parse(rater.complete));
  if (done < needed) return;
  const results = resultsOf(siblings);
  await stepPlan(deps, db, {
    planId: rater.planId,
    event: {
      id: `task:${rater.id}:given-up`,
      type: `task.${rater.key}.completed`,
      data: isUnnamed(rater)
        ? withoutNames(rater, results)
        : { result: results.at(-1) ?? {}, results, completedBy: null },
    },
    actor: systemActor.id,
  });
}

/** Naming somebody instead of a rater is no step of the plan. */
async function answerAskOf(deps: Deps, db: Db, task: TaskInContext, given: Completing): Promise<boolean> {
  const change = await findChangeByAsk(db, task.id);
  if (!change) return false;
  const { result, actor } = given;
  const empty = await answerAsk(deps, db, { task, change, result, actor });
  const at = deps.clock.now();
  await completeTaskRow(db, task.id, { at, by: actor.id, result: JSON.stringify(result) });
  await appendAudit(db, auditOf(task, { at, actor: actor.id }));
  const { planId, componentId, assigneeId: personId } = task;
  const data = { taskId: task.id, key: task.key };
  await appendFeed(db, { at, type: 'task.completed', planId, componentId, personId, data });
  if (empty) await goOnWithout(deps, db, empty);
  return true;
}

/** An event counts once in its plan: each time that the task is opened again, its completion is another. */
async function completionId(db: Db, taskId: string): Promise<string> {
  const times = await countGranted(db, taskId);
  return times === 0 ? `task:${taskId}` : `task:${taskId}:${times}`;
}

/** The plan takes the event when enough have completed theirs; until then only this task is done. */
async function stepWhenDone(deps: Deps, db: Db, task: TaskInContext, given: Completing): Promise<void> {
  const siblings = await siblingsOf(db, task);
  const at = deps.clock.now();
  await closeTaskRows(db, spareTasks(siblings, task.id), at);
  const { done, needed } = completionsOf(siblings, JSON.parse(task.complete));
  const place = { planId: task.planId, componentId: task.componentId, personId: task.assigneeId };
  const data = { taskId: task.id, key: task.key, done, needed };
  if (isUnnamed(task)) await appendFeed(db, { at, type: 'answer.given', personId: given.actor.id });
  else await appendFeed(db, { at, type: 'task.completed', ...place, data });
  const together = await decidedTogether(db, JSON.parse(task.form), { siblings, done, needed });
  if (done < needed) return;
  const results = resultsOf(siblings);
  await stepPlan(deps, db, {
    planId: task.planId,
    event: {
      id: await completionId(db, task.id),
      type: `task.${task.key}.completed`,
      data: isUnnamed(task)
        ? withoutNames(task, results)
        : { result: together ?? given.result, results, completedBy: given.actor.id },
    },
    actor: isUnnamed(task) ? systemActor.id : given.actor.id,
  });
}

type Advised = Awaited<ReturnType<typeof adviceOnTask>>;

async function completeIn(
  deps: Deps,
  db: Db,
  task: TaskInContext,
  given: Completing & { advised: Advised },
): Promise<void> {
  const { result, actor, advised } = given;
  requireWorker(task, given);
  await refuseLateDispute(deps, db, task);
  if (isRepeated(task, given)) return;
  await refuseLostRole(db, task, actor);
  await refuseOwnRating(db, task, actor.id);
  await refuseDecidingForTwo(db, task, actor.id);
  const form = JSON.parse(task.form);
  requireFit(form, result);
  if (await answerAskOf(deps, db, task, given)) return;
  const heard = await applyForm({ db, ports: deps, task, actor }, form, result);
  await recordRelease(deps, db, { task, actor, lookedAt: given.lookedAt });
  await signByTask(deps, db, { task, form, result, actor, shown: given.shown });
  const at = deps.clock.now();
  await completeTaskRow(db, task.id, { at, by: actor.id, result: JSON.stringify(result) });
  if (task.raterGroup !== null) await deleteDrafts(db, task.id);
  await keepAdvice(db, deps, advised);
  await stepWhenDone(deps, db, task, given);
  await appendAudit(db, auditOf(task, { at, actor: actor.id }));
  await tellOfVersions(deps, db, { componentId: task.componentId, actor: actor.id });
  for (const { componentId, event } of heard)
    await tellPlans(deps, db, { componentId, event, actor: actor.id });
}

/**
 * The same result again has no effect.
 * @throws ProblemError invalid, conflict, not-allowed, stale; guards-refused when the plan needs something else
 * first. The task then stays open as it was.
 */
export async function completeTask(deps: Deps, id: string, given: Completing): Promise<void> {
  const { result, actor } = given;
  const seen = await deps.store.read((db) => requireTaskToWork(db, id, actor));
  await requireKindWords(seen, result, actor.id);
  const advised = await adviceOnTask(deps, { task: seen, result, actor });
  const work = async (db: Db) =>
    completeIn(deps, db, await requireTaskToWork(db, id, actor), { ...given, advised });
  await (given.dryRun ? deps.store.rehearse(work) : deps.store.commit(work));
}
