// Open tasks follow who is there: called in the commit in which somebody goes, comes back, or names somebody else.
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { listTasksTouching, type OpenTask } from '../../store/queries/stand-ins.ts';
import { assignTask } from '../../store/queries/task-rows.ts';
import type { Db } from '../../store/schema.ts';
import type { MovedTask } from '../hand-over/listed-tasks.ts';
import { placeTask } from './place-task.ts';
import { tellStandIns } from './tell-stand-ins.ts';

export interface Settling {
  personId: string;
  at: string;
  /** A person's id, `token` or `system`. */
  actor: string;
  /** Unique to why it is settled. */
  idSeed: string;
}

async function settleTask(db: Db, task: OpenTask, { at, actor }: Settling): Promise<MovedTask | null> {
  const { id: taskId, planId, componentId, title, assigneeId: from } = task;
  const personId = task.onBehalfOf ?? from;
  if (personId === null) return null;
  const placing = await placeTask(db, { task, personId });
  const { assigneeId: to, onBehalfOf } = placing;
  if (to === from && onBehalfOf === task.onBehalfOf) return null;
  await assignTask(db, taskId, placing);
  await appendFeed(db, { at, type: 'task.assigned', planId, componentId, personId: to, data: { taskId } });
  const had = { assigneeId: from, onBehalfOf: task.onBehalfOf };
  const detail = { from, to, onBehalfOf, ...changeOf(had, { assigneeId: to, onBehalfOf }) };
  await appendAudit(db, { at, actor, action: 'task.stand-in', resource: `task/${taskId}`, detail });
  return { taskId, planId, componentId, title, from, to, onBehalfOf };
}

export async function settleTasks(db: Db, settling: Settling): Promise<void> {
  const moved: MovedTask[] = [];
  for (const task of await listTasksTouching(db, settling.personId)) {
    const one = await settleTask(db, task, settling);
    if (one) moved.push(one);
  }
  await tellStandIns(db, moved, settling);
}
