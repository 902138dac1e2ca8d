// Open tasks follow who answers for a component. What was completed stays as it was, under the name of who did it.
import { type CycleTask, managerLevel } from '../../../engine/index.ts';
import { listTasksToFollow } from '../../store/queries/hand-over.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { assignTask } from '../../store/queries/tasks.ts';
import type { Db, TaskRow } from '../../store/schema.ts';
import { isAppraisalOf, workersFor } from '../tasks/self-appraisal.ts';
import type { Standing } from './standings.ts';

export interface MovedTask {
  taskId: string;
  planId: string;
  componentId: string;
  title: string;
  from: string | null;
  to: string | null;
}

/** Relations that mean one person, who follows from the tree. Peers and reports were asked as they stood then. */
const followsTree = (relation: string): boolean =>
  relation === 'owner' || relation === 'sponsor' || managerLevel(relation) > 0;

type Receiver = { kind: 'stays' } | { kind: 'moves'; to: string | null };

async function receiverOf(db: Db, task: TaskRow, { ownerId }: Standing): Promise<Receiver> {
  const { assigneeId, relation, componentId } = task;
  const judgesOwner =
    assigneeId !== null && isAppraisalOf({ componentOwnerId: ownerId, form: task.form }, assigneeId);
  if (!followsTree(relation)) return judgesOwner ? { kind: 'moves', to: null } : { kind: 'stays' };
  const form: CycleTask['form'] = JSON.parse(task.form);
  const [to = null] = await workersFor(db, { componentId, relation, form });
  return to === assigneeId ? { kind: 'stays' } : { kind: 'moves', to };
}

/** Call it once the tree is changed; `standing` is that of now. */
export async function moveTasks(
  db: Db,
  given: { componentId: string; standing: Standing; at: string },
): Promise<MovedTask[]> {
  const { componentId, standing, at } = given;
  const moved: MovedTask[] = [];
  for (const task of await listTasksToFollow(db, componentId)) {
    const receiver = await receiverOf(db, task, standing);
    if (receiver.kind === 'stays') continue;
    const { to } = receiver;
    const { id: taskId, planId, title, assigneeId: from } = task;
    await assignTask(db, taskId, { assigneeId: to, delegatedBy: null });
    await appendFeed(db, { at, type: 'task.assigned', planId, componentId, personId: to, data: { taskId } });
    moved.push({ taskId, planId, componentId, title, from, to });
  }
  return moved;
}
