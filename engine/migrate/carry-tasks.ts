// The tasks of a plan in the new version: carried with all that people did on them; those that the new version has
// besides are opened. None is dropped unless the mapping says so.
import { checkResult } from '../forms/check-result.ts';
import type { CycleTask } from '../model/cycle.ts';
import type { OpenTaskEffect } from '../model/effect.ts';
import type { TaskKey } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import type { OpenTask } from '../model/plan.ts';
import { pointerTo } from '../model/pointer.ts';
import type { Instant } from '../model/time.ts';
import { instantOf } from '../statechart/step/instant-of.ts';
import { ladderOf, openTask } from '../statechart/step/tasks.ts';
import type { Carrying } from './carry-timers.ts';
import type { DefinedTask } from './definitions.ts';
import type { TaskTarget } from './passage.ts';
import type { CarriedTask, Question, TaskPassage } from './plan-migration.ts';

/** What those have given already who have completed their share of an open task. */
export type PartialResults = Readonly<Record<TaskKey, readonly JsonObject[]>>;

/** Tasks of the new version that could take over: of stages where the plan stands, and meant for no other. */
function choicesFor({ versions, news, passage }: Carrying, fits: (task: CycleTask) => boolean) {
  const taken = new Set([...passage.tasks.values()].map((target) => target?.to));
  const free = [...versions.to.tasks.values()].filter(
    ({ key, stage, task }) => news.stays.has(stage) && !taken.has(key) && fits(task),
  );
  return [...free.map(({ key }) => key), null];
}

function question(
  carrying: Carrying,
  key: TaskKey,
  { why, fits }: { why: string; fits: (task: CycleTask) => boolean },
): Question {
  const title = carrying.versions.from.tasks.get(key)?.task.title ?? key;
  return {
    about: 'task',
    of: key,
    pointer: pointerTo('tasks', key),
    choices: choicesFor(carrying, fits),
    message: `The task “${title}” (${key}) ${why}: say which task it becomes, or cancel it with null.`,
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Null: the task's own rule stays; it was resolved when the task opened. */
function completeOf(
  before: CycleTask | undefined,
  { complete, assignee }: CycleTask,
): CarriedTask['complete'] {
  if (before && same(before.complete, complete)) return null;
  return complete ?? (assignee.startsWith('role:') ? 'any' : 'all');
}

interface Due {
  dueAt: Instant | null;
  ladder: CarriedTask['ladder'];
}

/** A task that is overdue already stays so: only a restart gives it a new due date. */
function dueOf(
  { draft }: Carrying,
  open: OpenTask,
  { target, definition }: { target: TaskTarget; definition: DefinedTask },
): Due {
  const { at } = draft.situation;
  const kept = { dueAt: open.dueAt, ladder: null };
  const isOverdue = open.dueAt !== null && open.dueAt <= at;
  if (target.due === 'keep' || (target.due === 'rebase' && isOverdue)) return kept;
  const { task, place } = definition;
  const from = target.due === 'rebase' ? open.openedAt : at;
  const dueAt =
    task.due === undefined ? null : instantOf(draft, { delay: task.due, place: `${place}/due` }, from);
  return { dueAt, ladder: ladderOf(draft, definition, dueAt) };
}

function carried(
  carrying: Carrying,
  key: TaskKey,
  open: OpenTask,
  { target, definition }: { target: TaskTarget; definition: DefinedTask },
): CarriedTask {
  const { versions, news } = carrying;
  const before = versions.from.tasks.get(key)?.task;
  const { task } = definition;
  const stay = news.stays.get(definition.stage);
  const due = dueOf(carrying, open, { target, definition });
  const complete = completeOf(before, task);
  const activation = { from: open.activation, to: stay?.activation ?? open.activation };
  const alike =
    before !== undefined &&
    complete === null &&
    due.ladder === null &&
    key === target.to &&
    open.stage === definition.stage &&
    activation.from === activation.to &&
    same(before.title, task.title) &&
    same(before.description, task.description) &&
    same(before.form, task.form);
  return {
    kind: 'carried',
    from: key,
    to: target.to,
    stage: definition.stage,
    activation,
    title: task.title,
    description: task.description ?? null,
    form: task.form,
    complete,
    alike,
    policy: target.due,
    before: open.dueAt,
    ...due,
  };
}

type Carried = { kind: 'passage'; passage: TaskPassage } | { kind: 'question'; question: Question };
const asks = (asked: Question): Carried => ({ kind: 'question', question: asked });
const passes = (passage: TaskPassage): Carried => ({ kind: 'passage', passage });

function carryTask(carrying: Carrying, key: TaskKey, results: readonly JsonObject[]): Carried[] {
  const { plan, versions, passage, news } = carrying;
  const open = plan.tasks[key];
  if (!open) return [];
  const fits = (task: CycleTask) => results.every((result) => checkResult(task.form, result).kind === 'fits');
  const target = passage.tasks.get(key);
  if (target === null) {
    const title = versions.from.tasks.get(key)?.task.title ?? key;
    return [passes({ kind: 'cancelled', from: key, activation: open.activation, title })];
  }
  if (target === undefined) return [asks(question(carrying, key, { why: 'has no counterpart', fits }))];
  const definition = versions.to.tasks.get(target.to);
  if (!definition || !news.stays.has(definition.stage)) {
    const why = `would belong to “${definition?.stage ?? ''}”, where the plan does not stand`;
    return [asks(question(carrying, key, { why, fits }))];
  }
  if (!same(versions.from.tasks.get(key)?.task.form, definition.task.form) && !fits(definition.task)) {
    const why = 'has results already that do not fit its new form';
    return [asks(question(carrying, key, { why, fits }))];
  }
  return [passes(carried(carrying, key, open, { target, definition }))];
}

/** A task that its stage had already is open, or done; only others are new. */
function isNew({ versions, passage, news }: Carrying, key: TaskKey): boolean {
  return ![...passage.tasks].some(([from, target]) => {
    const stage = versions.from.tasks.get(from)?.stage;
    return target?.to === key && stage !== undefined && news.active.has(stage);
  });
}

/** Opened as on entry, without the stage's actions. */
function open({ draft, news }: Carrying, definition: DefinedTask): TaskPassage[] {
  const stay = news.stays.get(definition.stage);
  if (!stay) return [];
  openTask(draft, definition, { stage: stay.stage, activation: stay.activation });
  const effect = draft.effects.findLast(
    (one): one is OpenTaskEffect => one.type === 'open-task' && one.key === definition.key,
  );
  return effect ? [{ kind: 'opened', effect }] : [];
}

export interface CarriedTasks {
  tasks: TaskPassage[];
  questions: Question[];
}

/** In the plan's order, then those that are new in document order. A fault is left in the draft. */
export function carryTasks(carrying: Carrying, results: PartialResults): CarriedTasks {
  const { plan, versions, passage, news, draft } = carrying;
  const all = Object.keys(plan.tasks).flatMap((key) => carryTask(carrying, key, results[key] ?? []));
  const tasks = all.flatMap((one) => (one.kind === 'passage' ? [one.passage] : []));
  const questions = all.flatMap((one) => (one.kind === 'question' ? [one.question] : []));
  const taken = new Set(tasks.flatMap((one) => (one.kind === 'carried' ? [one.to] : [])));
  const added = [...versions.to.tasks.values()].flatMap((definition) => {
    if (!news.stays.has(definition.stage) || draft.fault || taken.has(definition.key)) return [];
    if (!passage.opens(definition.key) || !isNew(carrying, definition.key)) return [];
    return open(carrying, definition);
  });
  return { tasks: [...tasks, ...added], questions };
}
