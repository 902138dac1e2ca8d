// Open tasks follow who answers for a component. What was completed stays as it was, under the name of who did it.
import { managerLevel } from '../../../engine/index.ts';
import { listTasksToFollow } from '../../store/queries/hand-over.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { assignTask, closeTaskRows } from '../../store/queries/task-rows.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { type Placing, placeTask } from '../absences/place-task.ts';
import { isOfHolder, leaveOut } from '../tasks/left-out.ts';
import { isAppraisalOf, workersFor } from '../tasks/self-appraisal.ts';
import type { MovedTask } from './listed-tasks.ts';
import type { Standing } from './standings.ts';

/** Relations that mean one person, who follows from the tree. Peers and reports were asked as they stood then. */
const followsTree = (relation: string): boolean =>
  relation === 'owner' || relation === 'sponsor' || managerLevel(relation) > 0;

/** Whose task it is now; null is nobody. */
async function holderOf(db: Db, task: TaskRow, { ownerId }: Standing): Promise<string | null> {
  const { relation, delegatedBy } = task;
  const holder = task.onBehalfOf ?? task.assigneeId;
  const judgesHolder = holder !== null && isAppraisalOf({ ...task, componentOwnerId: ownerId }, holder);
  // Who got it by hand keeps it, unless it has come to judge them.
  if (delegatedBy !== null && !judgesHolder) return holder;
  if (!followsTree(relation) && !judgesHolder) return holder;
  const able = await workersFor(db, { ...task, work: task.purpose });
  // One of several of a role takes it; nobody is chosen for them.
  return followsTree(relation) || able.length === 1 ? (able[0] ?? null) : null;
}

async function placeNow(db: Db, task: TaskRow, standing: Standing): Promise<Placing> {
  const personId = await holderOf(db, task, standing);
  return personId === null ? { assigneeId: null, onBehalfOf: null } : placeTask(db, { task, personId });
}

export async function moveTask(db: Db, task: TaskRow, placing: Placing, at: string): Promise<MovedTask> {
  const { assigneeId: to, onBehalfOf } = placing;
  const { id: taskId, planId, componentId, title, assigneeId: from } = task;
  await assignTask(db, taskId, { ...placing, delegatedBy: null });
  await appendFeed(db, { at, type: 'task.assigned', planId, componentId, personId: to, data: { taskId } });
  return { taskId, planId, componentId, title, from, to, onBehalfOf };
}

/** Nobody answers for the component any more, whose own view the task asks for. */
async function closeLeftOut(db: Db, task: TaskRow, at: string): Promise<MovedTask> {
  const { id: taskId, planId, componentId, key, activation, title, assigneeId: from } = task;
  await closeTaskRows(db, [taskId], at);
  await appendFeed(db, { at, type: 'task.closed', planId, componentId, personId: from, data: { key } });
  await leaveOut(db, { id: `left-out:${taskId}`, planId, key, activation, at });
  return { taskId, planId, componentId, title, from, to: null, onBehalfOf: null, leftOut: true };
}

/** Call it once the tree is changed; `standing` is that of now. */
export async function moveTasks(
  db: Db,
  given: { componentId: string; standing: Standing; at: string },
): Promise<MovedTask[]> {
  const { componentId, standing, at } = given;
  const moved: MovedTask[] = [];
  for (const task of await listTasksToFollow(db, componentId)) {
    if (standing.ownerId === null && isOfHolder({ ...task, work: task.purpose })) {
      moved.push(await closeLeftOut(db, task, at));
      continue;
    }
    const placing = await placeNow(db, task, standing);
    if (placing.assigneeId === task.assigneeId && placing.onBehalfOf === task.onBehalfOf) continue;
    moved.push(await moveTask(db, task, placing, at));
  }
  return moved;
}
