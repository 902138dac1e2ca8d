// Opening a completed task again: whoever completed it asks and says why, a manager above them or HR decides. What was
// given stays in the task's form, and beside the request for good. ADR 0063.
import { type JsonObject, taskReopened } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { setOpenTasksDue } from '../../store/queries/step-tasks.ts';
import { findDraft, saveDraft } from '../../store/queries/task-drafts.ts';
import {
  findReopening,
  insertReopening,
  listReopeningsOf,
  type ReopeningInContext,
  updateReopening,
} from '../../store/queries/task-reopenings.ts';
import { findAnyTask, type TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { stepPlan } from '../plans/step-plan.ts';
import { goalTitles } from '../ratings/goal-titles.ts';
import { openSeatAgain } from '../tasks/open-seat-again.ts';
import { requireTask } from '../tasks/sight.ts';
import { draftOfResult } from './draft-of-result.ts';
import { managersAbove, mayDecideOn, mayReopen } from './may-reopen.ts';

const conflict = (detail: string): ProblemError => new ProblemError('conflict', detail);

export const isOwnAnswer = ({ completedBy, assigneeId }: TaskInContext, { id }: Actor): boolean =>
  completedBy === id || (completedBy !== null && assigneeId === id);

async function tellDeciders(db: Db, task: TaskInContext, given: { actor: Actor; at: string; id: string }) {
  const { actor, at, id } = given;
  const { planId, componentId } = task;
  const [nearest] = await managersAbove(db, { ...task, askedBy: actor.id });
  const hr = await resolveAssignees(db, componentId, 'role:hr');
  const others = hr.filter((person) => person !== actor.id && person !== task.componentOwnerId);
  const message = `${actor.name} asks to open “${task.title}” for ${task.componentName} again. Decide it in your inbox.`;
  const persons = nearest === undefined ? others : [nearest];
  await notifyPersons(db, persons, { planId, componentId, message, at, idSeed: id });
}

/** @throws ProblemError not-found, not-allowed, conflict. */
export async function askReopening(
  deps: Deps,
  taskId: string,
  { reason, actor }: { reason: string; actor: Actor },
): Promise<void> {
  await deps.store.commit(async (db) => {
    const task = await requireTask(db, taskId, actor);
    if (task.state !== 'completed')
      throw conflict('This task is not completed, so there is nothing to open again.');
    if (!isOwnAnswer(task, actor))
      throw new ProblemError('not-allowed', 'Whoever completed the task asks for it. Nothing was changed.');
    if ((await listReopeningsOf(db, taskId)).some(({ state }) => state === 'asked')) return;
    const may = await mayReopen(deps, db, task);
    if (may.kind === 'refused') throw conflict(may.why);
    const [id, at] = [deps.ids.next('rop'), deps.clock.now()];
    const asked = { id, taskId, planId: task.planId, askedBy: actor.id, askedAt: at, reason, state: 'asked' };
    const open = { decidedBy: null, decidedAt: null, answer: null, result: null, completedAt: null };
    await insertReopening(db, { ...asked, ...open });
    await appendAudit(db, {
      ...{ at, actor: actor.id, action: 'task.ask-reopening', resource: `task/${taskId}` },
      detail: { reason, ...changeOf({ reopening: null }, { reopening: 'asked' }) },
    });
    await tellDeciders(db, task, { actor, at, id });
  });
}

const contentOf = (text: string | null | undefined): JsonObject => JSON.parse(text ?? 'null') ?? {};

/** The form goes on from what was handed in. */
async function keepAsDraft(db: Db, task: TaskInContext, at: string): Promise<void> {
  const personId = task.assigneeId ?? task.completedBy;
  if (personId === null) return;
  const known = await findDraft(db, { taskId: task.id, personId });
  const result = contentOf(task.result);
  const goals = Array.isArray(result.goals) ? (result.goals as { goalId: string }[]) : [];
  const titleOf = await goalTitles(db, goals);
  const content = draftOfResult(task, result, { typed: contentOf(known?.content), titleOf });
  await saveDraft(db, {
    ...{ taskId: task.id, personId, planId: task.planId, key: task.key },
    ...{ content: JSON.stringify(content), revision: (known?.revision ?? 0) + 1, savedAt: at },
  });
}

async function openAgain(deps: Deps, db: Db, task: TaskInContext, asked: ReopeningInContext, actor: Actor) {
  const may = await mayReopen(deps, db, task);
  if (task.state !== 'completed' || may.kind === 'refused')
    throw conflict(may.kind === 'refused' ? may.why : 'This task is open again already.');
  const { planId, componentId, key, stage, activation, dueAt } = task;
  const at = deps.clock.now();
  await keepAsDraft(db, task, at);
  await openSeatAgain(db, task);
  if (may.kind === 'task') {
    const data = { key, stage, activation, dueAt };
    const event = { id: `reopening:${asked.id}`, type: taskReopened, data };
    const stepped = await stepPlan(deps, db, { planId, event, actor: actor.id });
    if (stepped.kind === 'incident') throw conflict('The plan could not take it; HR finds out why.');
    const due = (await findPlan(db, planId))?.plan.tasks[key]?.dueAt ?? null;
    if (due !== null) await setOpenTasksDue(db, { planId, key, activation }, { dueAt: due, at });
  }
  const personId = task.assigneeId;
  await appendFeed(db, {
    ...{ at, type: 'task.opened', planId, componentId, personId },
    data: { taskId: task.id, key },
  });
}

export interface Deciding {
  decision: 'granted' | 'refused';
  /** Why it is refused, or a word with the grant. */
  answer?: string | undefined;
  actor: Actor;
}

async function requireAsked(db: Db, id: string, actor: Actor) {
  const asked = await findReopening(db, id);
  const task = asked && (await findAnyTask(db, asked.taskId));
  if (!asked || !task || !(await mayDecideOn(db, { ...task, askedBy: asked.askedBy }, actor)))
    throw notFound('request');
  if (asked.state !== 'asked')
    throw conflict(`${asked.deciderName ?? asked.decidedBy} has decided it already; nothing was changed.`);
  return { asked, task };
}

const answerWords = (task: TaskInContext, { decision, answer = '' }: Deciding): string => {
  const what = `“${task.title}” for ${task.componentName}`;
  if (decision === 'refused') return `${what} stays as you gave it: ${answer}`;
  return `${what} is open again, with what you gave in it. Change it, and give it once more.`;
};

/** @throws ProblemError not-found, conflict. */
export async function decideReopening(deps: Deps, id: string, given: Deciding): Promise<void> {
  const { decision, answer = null, actor } = given;
  await deps.store.commit(async (db) => {
    const { asked, task } = await requireAsked(db, id, actor);
    const at = deps.clock.now();
    if (decision === 'granted') await openAgain(deps, db, task, asked, actor);
    const { result, completedAt, planId, componentId } = task;
    const kept = decision === 'granted' ? { result, completedAt } : {};
    await updateReopening(db, id, { state: decision, decidedBy: actor.id, decidedAt: at, answer, ...kept });
    await appendAudit(db, {
      ...{ at, actor: actor.id, action: 'task.decide-reopening', resource: `task/${task.id}` },
      detail: {
        ...{ reason: asked.reason, ...(answer === null ? {} : { answer }) },
        ...changeOf(
          { reopening: 'asked', state: 'completed' },
          { reopening: decision, state: decision === 'granted' ? 'open' : 'completed' },
        ),
      },
    });
    const message = answerWords(task, given);
    await notifyPersons(db, [asked.askedBy], { planId, componentId, message, at, idSeed: `${id}:decided` });
  });
}
