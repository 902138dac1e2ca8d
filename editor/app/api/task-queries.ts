// Tasks: mine, and one with its comments.
import { queryOptions, skipToken } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import { get } from './request.ts';
import type { Task, TaskDetail, TaskReopening } from './wire.ts';

export type TaskState = 'open' | 'completed';

export const myTasksQuery = (state: TaskState) =>
  queryOptions({
    queryKey: ['tasks', 'mine', state],
    queryFn: () => getAll<Task>('/tasks', { assignee: 'me', state }, state === 'open' ? 2_000 : 100),
  });
/** Tasks for anybody of one's role, which nobody has taken yet. */
export const claimableTasksQuery = queryOptions({
  queryKey: ['tasks', 'claimable'],
  queryFn: () => getAll<Task>('/tasks', { assignee: 'claimable' }, 200),
});
/** Of acts that are held before they are sent, or sent and not answered: the inbox says which. */
export const heldTasksQuery = queryOptions<readonly string[]>({
  queryKey: ['held-tasks'],
  queryFn: skipToken,
});
export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', id],
    queryFn: ({ signal }) => get<TaskDetail>(`/tasks/${encodeURIComponent(id)}`, {}, signal),
  });
/** What the person may decide of those who ask to open a task again. */
export const reopeningsQuery = queryOptions({
  queryKey: ['tasks', 'reopenings'],
  queryFn: () => get<{ items: TaskReopening[] }>('/reopenings'),
});
