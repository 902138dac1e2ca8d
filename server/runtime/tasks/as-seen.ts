// Whether a task still is as somebody saw it who wants to change it.
import { createHash } from 'node:crypto';
import { ProblemError } from '../../problem.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';

type TagParts = Pick<TaskInContext, 'id' | 'state' | 'assigneeId' | 'result'>;

/** Changes whenever the task does. */
export function tagOf({ id, state, assigneeId, result }: TagParts): string {
  const text = JSON.stringify([id, state, assigneeId, result]);
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

export interface Seen {
  /** The tag of the task as it was seen. */
  ifMatch?: string | undefined;
  /** Who had it then; null: nobody. */
  from?: string | null | undefined;
}

/** @throws ProblemError stale. */
export function requireAsSeen(task: TagParts, { ifMatch, from = task.assigneeId }: Seen): void {
  if (from === task.assigneeId && (ifMatch === undefined || ifMatch === tagOf(task))) return;
  throw new ProblemError('stale', 'The task has changed since you saw it; look at it again.');
}
