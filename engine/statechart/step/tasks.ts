// Tasks of a stage: opened when it is entered, closed when they are completed or the stage is left.
import type { CycleTask } from '../../model/cycle.ts';
import type { OpenTaskEffect } from '../../model/effect.ts';
import type { StageId, TaskKey } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import { type Draft, withEntry, withoutEntry } from './draft.ts';
import { instantOf } from './instant-of.ts';
import { resolveAssignee } from './resolve-assignee.ts';
import type { Stay } from './timers.ts';

export interface StageTask {
  key: TaskKey;
  task: CycleTask;
  place: string;
}

export function openTask(draft: Draft, stageTask: StageTask, stay: Stay): void {
  const { task, place } = stageTask;
  const due = task.due === undefined ? null : { delay: task.due, place: `${place}/due` };
  openUntil(draft, stageTask, { ...stay, dueAt: due && instantOf(draft, due, draft.situation.at) });
}

export function openUntil(
  draft: Draft,
  stageTask: StageTask,
  { stage, activation, dueAt }: Pick<Stay, 'stage' | 'activation'> & { dueAt: Instant | null },
): void {
  const { key, task, place } = stageTask;
  const openedAt = draft.situation.at;
  const assignee = resolveAssignee(draft, task.assignee, `${place}/assignee`);
  const { reminders, escalations } = ladderOf(draft, stageTask, dueAt);
  const effect: OpenTaskEffect = {
    type: 'open-task',
    key,
    stage,
    activation,
    title: task.title,
    description: task.description ?? null,
    assignee,
    form: task.form,
    ...(task.purpose && { purpose: task.purpose }),
    complete: task.complete ?? (assignee.startsWith('role:') ? 'any' : 'all'),
    dueAt,
    reminders,
    escalations,
    ...(task.raters && { raters: task.raters }),
  };
  draft.plan.tasks = withEntry(draft.plan.tasks, key, { stage, activation, openedAt, dueAt });
  draft.effects.push(effect);
}

/** What follows from the due instant: who is reminded and who is asked besides, and when. */
export function ladderOf(
  draft: Draft,
  task: StageTask,
  dueAt: Instant | null,
): Pick<OpenTaskEffect, 'reminders' | 'escalations'> {
  if (dueAt === null) return { reminders: [], escalations: [] };
  return { reminders: remindersOf(draft, task, dueAt), escalations: escalationsOf(draft, task, dueAt) };
}

/** A reminder whose instant is already past when the task opens says nothing. */
function remindersOf(draft: Draft, { task, place }: StageTask, dueAt: Instant): Instant[] {
  const reminders: Instant[] = [];
  for (const [index, delay] of (task.remind ?? []).entries()) {
    const at = instantOf(draft, { delay, place: `${place}/remind/${index}` }, dueAt);
    if (at !== null && at > draft.situation.at) reminders.push(at);
  }
  return reminders;
}

function escalationsOf(
  draft: Draft,
  { task, place }: StageTask,
  dueAt: Instant,
): { at: Instant; to: string }[] {
  const escalations: OpenTaskEffect['escalations'] = [];
  for (const [index, rung] of (task.escalate ?? []).entries()) {
    const at = instantOf(draft, { delay: rung.after, place: `${place}/escalate/${index}/after` }, dueAt);
    const to = resolveAssignee(draft, rung.to, `${place}/escalate/${index}/to`);
    if (at !== null) escalations.push({ at, to });
  }
  return escalations;
}

export function closeTask(draft: Draft, key: TaskKey, because: 'completed' | 'stage-left'): void {
  const task = draft.plan.tasks[key];
  if (!task) return;
  draft.plan.tasks = withoutEntry(draft.plan.tasks, key);
  draft.effects.push({ type: 'close-task', key, activation: task.activation, because });
}

export function closeTasksOf(draft: Draft, stage: StageId): void {
  for (const [key, task] of Object.entries(draft.plan.tasks)) {
    if (task.stage === stage) closeTask(draft, key, 'stage-left');
  }
}
