// Requests to open a task again, as whoever asked sees them in the task and whoever decides in the inbox.
import type { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { reopeningOfTaskWire, reopeningWire } from '../../routes/wire/reopenings.ts';
import {
  listAskedReopenings,
  listReopeningsOf,
  type ReopeningInContext,
} from '../../store/queries/task-reopenings.ts';
import { findAnyTask, type TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { mayDecideOn, mayReopen } from './may-reopen.ts';
import { isOwnAnswer } from './reopenings.ts';

type Reopening = z.input<typeof reopeningWire>;
type OfTask = z.input<typeof reopeningOfTaskWire>;

const states = ['asked', 'granted', 'refused'] as const;
const refOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });

const present = (row: ReopeningInContext): OfTask['requests'][number] => ({
  id: row.id,
  at: row.askedAt,
  by: { id: row.askedBy, name: row.askerName ?? row.askedBy },
  reason: row.reason,
  state: states.find((one) => one === row.state) ?? 'asked',
  decidedAt: row.decidedAt,
  decidedBy: refOf(row.decidedBy, row.deciderName),
  answer: row.answer,
});

/** For whose answer it is; null for everybody else. */
export async function reopeningOf(
  deps: Pick<Deps, 'cycles'>,
  db: Db,
  { task, actor }: { task: TaskInContext; actor: Actor },
): Promise<OfTask | null> {
  const rows = await listReopeningsOf(db, task.id);
  const isAsker = rows.some(({ askedBy }) => askedBy === actor.id);
  if (!isOwnAnswer(task, actor) && !isAsker) return null;
  const may = task.state === 'completed' ? await mayReopen(deps, db, task) : null;
  return {
    may: may !== null && may.kind !== 'refused',
    why: may?.kind === 'refused' ? may.why : null,
    requests: rows.map(present),
  };
}

/** What the actor may decide, as long as the plan still allows it. */
export async function listToDecide(deps: Pick<Deps, 'cycles'>, db: Db, actor: Actor): Promise<Reopening[]> {
  const items: Reopening[] = [];
  for (const row of await listAskedReopenings(db)) {
    const task = await findAnyTask(db, row.taskId);
    if (task?.state !== 'completed') continue;
    if (!(await mayDecideOn(db, { ...task, askedBy: row.askedBy }, actor))) continue;
    if ((await mayReopen(deps, db, task)).kind === 'refused') continue;
    const { id: taskId, title, planId, componentName, completedAt } = task;
    items.push({ ...present(row), task: { id: taskId, title, planId, componentName, completedAt } });
  }
  return items;
}
