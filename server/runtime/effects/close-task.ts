// Closes a task: what nobody completed is no longer open, and nothing reminds of it.
import { type Effect, vacantPost } from '../../../engine/index.ts';
import { endChangesOf } from '../../store/queries/rater-changes.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { closeOpenTasks, completeOpenTasks, hasCompletedTask } from '../../store/queries/step-tasks.ts';
import { deleteTaskTimers } from '../../store/queries/timers.ts';
import { askKeyOf } from '../raters/ask-key.ts';
import { type Applying, tell } from './applying.ts';

type CloseTaskEffect = Extract<Effect, { type: 'close-task' }>;

export async function closeTask(applying: Applying, effect: CloseTaskEffect): Promise<void> {
  const { db, plan, at, event, actor } = applying;
  const { key, activation } = effect;
  const tasks = { planId: plan.id, key, activation };
  if (effect.because === 'completed') {
    // Sent as an event, the completion is of all the tasks; completed by a person, that one's is written already.
    if (event.data.leftOut !== vacantPost && !(await hasCompletedTask(db, tasks))) {
      const result = JSON.stringify(event.data.result ?? null);
      await completeOpenTasks(db, tasks, { completedAt: at, completedBy: actor, result });
    }
    if (event.data.leftOut !== vacantPost) tell(applying, 'task.completed', { key });
  }
  await closeOpenTasks(db, tasks, at);
  await closeOpenTasks(db, { ...tasks, key: askKeyOf(key) }, at);
  await endChangesOf(db, tasks);
  await deleteTaskTimers(db, { planId: plan.id, name: key, activation });
  const line = { at, planId: plan.id, componentId: plan.componentId, data: { key } };
  await appendFeed(db, { ...line, type: 'task.closed' });
}
