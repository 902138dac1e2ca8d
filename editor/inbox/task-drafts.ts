// Drafts of a task on the server: the person's own, and that others began one before.
import { queryOptions } from '@tanstack/react-query';
import { createContext } from 'react';
import { getAll } from '../app/api/pages.ts';
import { ask, get } from '../app/api/request.ts';
import type { LeftDraft, TaskDrafts } from '../app/api/wire.ts';
import type { ServerDraft } from './draft-sync.ts';

const pathOf = (taskId: string): string => `/tasks/${encodeURIComponent(taskId)}/draft`;

/** Read anew with each opening of the task: it may have been written on another device. */
export const taskDraftsQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['task-drafts', taskId],
    queryFn: () => get<TaskDrafts>(pathOf(taskId)),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });

export const readOwnDraft = async (taskId: string): Promise<ServerDraft | null> =>
  (await get<TaskDrafts>(pathOf(taskId))).own;

export async function saveOwnDraft(taskId: string, content: object, revision: number): Promise<ServerDraft> {
  const headers = { 'if-match': `"${revision}"` };
  const { body } = await ask<ServerDraft>(`/api/v1${pathOf(taskId)}`, {
    method: 'PUT',
    body: { content },
    headers,
  });
  return body;
}

export const leftDraftsQuery = queryOptions({
  queryKey: ['tasks', 'left-drafts'],
  queryFn: () => getAll<LeftDraft>('/drafts', {}, 100),
});

/** What the server had when the task was opened. */
export const OwnDraft = createContext<ServerDraft | null>(null);
/** Told when something is written into the form. */
export const OnWritten = createContext<() => void>(() => undefined);
