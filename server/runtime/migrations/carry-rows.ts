// The rows of a migrated plan: tasks keep theirs, with who has them, what was said and what was given; timers keep
// theirs too, at their new instants. Rows are addressed by id, so that two tasks may swap their keys.
import type { CarriedTask, Migrated, TimerPassage } from '../../../engine/index.ts';
import { deleteTimerRows, type PlanRows, setTaskRow, setTimerRow } from '../../store/queries/plan-rows.ts';
import { insertTimer, type TimerKind } from '../../store/queries/timers.ts';
import type { TimerRow } from '../../store/schema/plans.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import { type Applying, stepId } from '../effects/applying.ts';
import { closeTask } from '../effects/close-task.ts';
import { openTask } from '../effects/open-task.ts';
import { armTimer, cancelTimer } from '../effects/timers.ts';

const later = (a: string, b: string): string => (a > b ? a : b);

/** What is done already goes along, so that it counts; how it was asked for stays as it was. */
function taskColumns(row: TaskRow, task: CarriedTask): Partial<TaskRow> {
  const place = { key: task.to, stage: task.stage, activation: task.activation.to };
  const rule = task.complete === null ? {} : { complete: JSON.stringify(task.complete) };
  if (row.state !== 'open') return { ...place, ...rule };
  return {
    ...place,
    ...rule,
    title: task.title,
    description: task.description,
    form: JSON.stringify(task.form),
    ...(task.ladder === null ? {} : { dueAt: task.dueAt }),
  };
}

const isOf = (timer: TimerRow, { from, activation }: CarriedTask): boolean =>
  timer.kind !== 'stage' && timer.name === from && timer.activation === activation.from;

/** Overdue and escalations that would have been before are at once: nobody has been told of them yet. */
async function newLadder(applying: Applying, task: CarriedTask, index: number): Promise<void> {
  const { db, plan, at } = applying;
  const { ladder, dueAt } = task;
  if (ladder === null) return;
  const rungs: { at: string; kind: TimerKind; to: string | null }[] = [
    ...(dueAt === null ? [] : [{ at: later(dueAt, at), kind: 'overdue' as const, to: null }]),
    ...ladder.reminders.map((reminder) => ({ at: reminder, kind: 'reminder' as const, to: null })),
    ...ladder.escalations.map((step) => ({
      at: later(step.at, at),
      kind: 'escalation' as const,
      to: step.to,
    })),
  ];
  for (const [place, { at: rungAt, kind, to }] of rungs.entries()) {
    await insertTimer(db, {
      id: stepId(applying, 'carried', kind, index, place),
      planId: plan.id,
      kind,
      name: task.to,
      activation: task.activation.to,
      dueAt: rungAt,
      data: to === null ? {} : { to },
    });
  }
}

async function carryTask(
  applying: Applying,
  rows: PlanRows,
  task: CarriedTask,
  index: number,
): Promise<void> {
  const { db } = applying;
  const own = rows.tasks.filter(
    ({ key, activation }) => key === task.from && activation === task.activation.from,
  );
  for (const row of own) await setTaskRow(db, row.id, taskColumns(row, task));
  const timers = rows.timers.filter((timer) => isOf(timer, task));
  if (task.ladder === null) {
    const place = { name: task.to, activation: task.activation.to };
    for (const { id } of timers) await setTimerRow(db, id, place);
  } else {
    await deleteTimerRows(
      db,
      timers.map(({ id }) => id),
    );
    await newLadder(applying, task, index);
  }
}

type CarriedTimer = Extract<TimerPassage, { kind: 'carried' }>;

/** A timer that has fired and was refused is spent: kept it stays so, and by any other policy it is armed anew. */
async function carryTimer(
  applying: Applying,
  rows: PlanRows,
  timer: CarriedTimer,
  index: number,
): Promise<void> {
  const { db } = applying;
  const row = rows.timers.find(
    ({ kind, name, activation }) =>
      kind === 'stage' && name === timer.from && activation === timer.activation.from,
  );
  const { to: name, stage, activation, dueAt } = timer;
  if (row) {
    const data = JSON.stringify({ stage });
    await setTimerRow(db, row.id, { name, activation: activation.to, dueAt, data });
  } else if (timer.policy !== 'keep') {
    const effect = { type: 'arm-timer', timerId: name, stage, activation: activation.to, dueAt } as const;
    await armTimer(applying, effect, index);
  }
}

async function end(applying: Applying, { tasks, timers }: Migrated): Promise<void> {
  for (const task of tasks) {
    if (task.kind !== 'cancelled') continue;
    const { from: key, activation } = task;
    await closeTask(applying, { type: 'close-task', key, activation, because: 'stage-left' });
  }
  for (const timer of timers) {
    if (timer.kind !== 'cancelled') continue;
    const { from: timerId, activation } = timer;
    await cancelTimer(applying, { type: 'cancel-timer', timerId, activation });
  }
}

async function goOn(applying: Applying, rows: PlanRows, { tasks, timers }: Migrated): Promise<void> {
  for (const [index, task] of tasks.entries())
    if (task.kind === 'carried' && !task.alike) await carryTask(applying, rows, task, index);
  for (const [index, timer] of timers.entries())
    if (timer.kind === 'carried') await carryTimer(applying, rows, timer, index);
}

async function begin(applying: Applying, { tasks, timers }: Migrated): Promise<void> {
  for (const [index, task] of tasks.entries())
    if (task.kind === 'opened') await openTask(applying, task.effect, index);
  for (const [index, timer] of timers.entries()) {
    if (timer.kind !== 'armed') continue;
    const { to: timerId, stage, activation, dueAt } = timer;
    await armTimer(applying, { type: 'arm-timer', timerId, stage, activation, dueAt }, index);
  }
}

/** First what ends, then what goes on, then what begins: names are free again before they are taken. */
export async function carryRows(applying: Applying, rows: PlanRows, migrated: Migrated): Promise<void> {
  await end(applying, migrated);
  await goOn(applying, rows, migrated);
  await begin(applying, migrated);
}
