// Whose task it is: claimed by somebody who may work it, or passed on to somebody else.
import { type Actor, tokenActor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { personExists } from '../../store/queries/assignees.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { listWorked } from '../../store/queries/stand-ins.ts';
import { assignTask, listOpenOf } from '../../store/queries/task-rows.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { presenceOf } from '../absences/presence.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { requireAsSeen, type Seen } from './as-seen.ts';
import { mayClaim } from './claimable.ts';
import { refuseUnkindWords } from './require-kind-words.ts';
import { roleName } from './role-name.ts';
import { hasOwnRating, isAppraisalOf, isDecisionTask, isOwnWord, isWordOfGone } from './self-appraisal.ts';
import { isOwnTask, requireOwnTask, requireTask } from './sight.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'ids'>;

/** @throws ProblemError conflict. */
export function requireOpen(task: TaskInContext): void {
  if (task.state === 'open') return;
  throw new ProblemError('conflict', `This task is ${task.state} already; nothing was changed.`);
}

async function record(
  db: Db,
  task: TaskInContext,
  given: { at: string; actor: Actor; to: string; action: string; detail: Record<string, string> },
): Promise<void> {
  const { at, actor, to, action, detail } = given;
  const place = { planId: task.planId, componentId: task.componentId };
  await appendFeed(db, { at, type: 'task.assigned', ...place, personId: to, data: { taskId: task.id } });
  const change = changeOf({ assigneeId: task.assigneeId }, { assigneeId: to });
  await appendAudit(db, {
    ...{ at, actor: actor.id, action, resource: `task/${task.id}` },
    detail: { ...detail, ...change },
  });
}

function requirePerson(actor: Actor): void {
  if (actor.id !== tokenActor.id) return;
  throw new ProblemError(
    'not-allowed',
    'The admin token is no person and cannot have a task. Give it to a person with POST /tasks/{id}/delegate, or complete it.',
  );
}

function notYours({ relation }: TaskInContext): string {
  const role = roleName(relation);
  if (role === null) return `This task is for “${relation}”; it cannot be yours.`;
  return `This task is for whoever has the role “${role}”; it cannot be yours.`;
}

/** Claimed again by the same person it has no effect. */
export async function claimTask({ store, clock }: Ports, id: string, actor: Actor): Promise<void> {
  await store.commit(async (db) => {
    const task = await requireTask(db, id, actor);
    requirePerson(actor);
    if (task.assigneeId === actor.id) return;
    requireOpen(task);
    if (task.assigneeId !== null)
      throw new ProblemError('conflict', `${task.assigneeName ?? task.assigneeId} has this task already.`);
    if (!(await mayClaim(db, task, actor))) throw new ProblemError('not-allowed', notYours(task));
    await assignTask(db, id, { assigneeId: actor.id, delegatedBy: null });
    await record(db, task, { at: clock.now(), actor, to: actor.id, action: 'task.claim', detail: {} });
  });
}

/** Whoever rates does not approve as well, nor the other way round. */
async function decidesElsewhere(db: Db, task: TaskInContext, personId: string): Promise<boolean> {
  if (!isDecisionTask(task)) return false;
  const others = (await listWorked(db, task.planId)).filter(
    (one) => one.id !== task.id && one.relation !== task.relation && isDecisionTask(one),
  );
  return others.some((one) => (one.completedBy ?? one.assigneeId) === personId);
}

async function refuseReceiver(db: Db, task: TaskInContext, to: string): Promise<void> {
  if (!(await personExists(db, to)))
    throw new ProblemError('invalid', `There is no person ${to}; the task stays where it is.`, {
      errors: [{ pointer: '/to', detail: 'Choose a person that exists.' }],
    });
  if (isAppraisalOf(task, to))
    throw new ProblemError(
      'conflict',
      'It is about that person, and nobody appraises themselves; choose somebody else.',
    );
  if (await hasOwnRating(db, task, to))
    throw new ProblemError(
      'conflict',
      'That person gave the rating that it decides on, and nobody approves their own; choose somebody else.',
    );
  const { away, gone, until } = await presenceOf(db, to);
  if (away)
    throw new ProblemError(
      'conflict',
      `That person ${gone ? 'has left' : `is on leave until ${until}`}; choose somebody who is there.`,
    );
  if (await decidesElsewhere(db, task, to))
    throw new ProblemError(
      'conflict',
      'That person decides about the same plan in another place, and nobody approves what they decided; choose somebody else.',
    );
  const open = await listOpenOf(db, task);
  if (open.some((other) => other.id !== task.id && other.assigneeId === to))
    throw new ProblemError('conflict', 'That person has the same task already; choose somebody else.');
}

/** Where the post is vacant or nobody was found, somebody must be named who speaks for it. */
function isPassedOn(task: TaskInContext, actor: Actor): boolean {
  if (task.assigneeId === null || !isOwnWord(task)) return true;
  return isWordOfGone(task) && scopeOf(actor, 'tasks.reassign') === 'all';
}

/** Whether the act is offered; whom the task goes to is asked at the door. */
export const mayPassOn = (task: TaskInContext, actor: Actor): boolean =>
  task.state === 'open' &&
  (scopeOf(actor, 'tasks.reassign') === 'all' || isOwnTask(task, actor)) &&
  isPassedOn(task, actor);

function refusePersonal(task: TaskInContext, actor: Actor): void {
  if (isPassedOn(task, actor)) return;
  if (isWordOfGone(task))
    throw new ProblemError(
      'conflict',
      'HR or an administrator names who speaks for somebody who has left. Nothing was changed.',
    );
  const { assigneeId, assigneeName } = task;
  const detail = `It asks for ${assigneeName ?? assigneeId}’s own word, which nobody gives for them; it stays with them. Nothing was changed.`;
  throw new ProblemError('conflict', detail);
}

/** By whom has it, or by who may reassign. Passed on again to the same person it has no effect. */
export async function delegateTask(
  { store, clock, ids }: Ports,
  id: string,
  given: Seen & { to: string; reason: string; actor: Actor },
): Promise<void> {
  const { to, reason, actor } = given;
  await refuseUnkindWords({ text: reason, pointer: '/reason', of: 'another' });
  await store.commit(async (db) => {
    const task = await requireTask(db, id, actor);
    if (task.assigneeId === to && task.delegatedBy === actor.id) return;
    if (scopeOf(actor, 'tasks.reassign') !== 'all') requireOwnTask(task, actor);
    requireOpen(task);
    requireAsSeen(task, given);
    refusePersonal(task, actor);
    await refuseReceiver(db, task, to);
    const speaks = isWordOfGone(task) ? { onBehalfOf: null } : {};
    await assignTask(db, id, { assigneeId: to, delegatedBy: actor.id, ...speaks });
    const at = clock.now();
    const from = task.assigneeId ?? '';
    await record(db, task, { at, actor, to, action: 'task.delegate', detail: { from, to, reason } });
    await notifyPersons(db, [to], {
      planId: task.planId,
      componentId: task.componentId,
      message: `${actor.name} passed “${task.title}” for ${task.componentName} on to you: ${reason}`,
      at,
      idSeed: ids.next('pass'),
    });
  });
}
