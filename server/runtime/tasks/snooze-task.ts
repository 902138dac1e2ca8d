// A task put off by who has it: it leaves their own list until an instant and comes back by itself. Whoever else sees
// it sees it as before, and its reminders and escalations go on.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { deleteSnooze, saveSnooze } from '../../store/queries/task-snoozes.ts';
import { findTask, type TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { requireOpen } from './pass-on-task.ts';
import { requireTask, sightOf } from './sight.ts';

export interface Snoozing {
  /** Null: back at once. */
  until: string | null;
  /** Another task of the actor: back as soon as that is done. */
  after: string | null;
  /** The actor has been told that the task falls due meanwhile, and puts it off nevertheless. */
  pastDue: boolean;
}

const LONGEST_MS = 366 * 24 * 60 * 60 * 1000;

function requireAhead(until: string, at: string): void {
  const ahead = Date.parse(until) - Date.parse(at);
  if (ahead > 0 && ahead <= LONGEST_MS) return;
  throw new ProblemError('invalid', 'A task is put off until an instant ahead, within a year.', {
    errors: [{ pointer: '/until', detail: 'Choose an instant ahead, within a year.' }],
  });
}

function requireOwn(task: TaskInContext, actor: Actor): void {
  if (task.assigneeId === actor.id) return;
  throw new ProblemError('not-allowed', 'Only who has a task can put it off. Nothing was changed.');
}

function requireBeforeDue(task: TaskInContext, { until, pastDue }: Snoozing): void {
  if (until === null || pastDue || task.dueAt === null || until <= task.dueAt) return;
  throw new ProblemError(
    'conflict',
    'The task falls due before it would come back. Choose an earlier day, or put it off past its due date knowingly.',
    { errors: [{ pointer: '/until', code: 'past-due', detail: `It is due at ${task.dueAt}.` }] },
  );
}

/** A task that the actor has no more in hand never brings anything back. */
async function requireAwaited(
  db: Db,
  id: string,
  { after, actor }: Snoozing & { actor: Actor },
): Promise<void> {
  if (after === null) return;
  const other = after === id ? null : await findTask(db, after, await sightOf(db, actor));
  if (other?.assigneeId === actor.id && other.state === 'open') return;
  throw new ProblemError('invalid', 'A task waits for another one that you have and have not done.', {
    errors: [{ pointer: '/after', detail: 'Choose another open task of yours.' }],
  });
}

/** Put off again until the same instant it has no effect. */
export async function snoozeTask(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  id: string,
  given: Snoozing & { actor: Actor },
): Promise<void> {
  const { until, actor } = given;
  await store.commit(async (db) => {
    const task = await requireTask(db, id, actor);
    requireOwn(task, actor);
    const at = clock.now();
    if (until === null) await deleteSnooze(db, { personId: actor.id, taskId: id });
    else {
      requireOpen(task);
      requireAhead(until, at);
      requireBeforeDue(task, given);
      await requireAwaited(db, id, given);
      await saveSnooze(db, { personId: actor.id, taskId: id, until, afterTaskId: given.after, at });
    }
    // Of a kind that only the person whom it names hears of: when somebody works is theirs.
    const place = { planId: null, componentId: null, personId: actor.id };
    await appendFeed(db, { at, type: 'inbox.snoozed', ...place, data: { taskId: id } });
  });
}
