// The request that completes a task with what its form says; tried first where it is held before it is sent.

import type { JsonObject } from '../../../engine/index.ts';
import { ask } from '../../app/api/request.ts';
import type { TaskDetail } from '../../app/api/wire.ts';
import type { Shown } from '../material.ts';

const pathOf = (taskId: string): string => `/api/v1/tasks/${encodeURIComponent(taskId)}/complete`;

export interface Completion {
  taskId: string;
  result: JsonObject;
  /** What of the plan was shown to whom signs it; null: the task signs nothing. */
  shown: Shown | null;
  /** The same for every try. */
  key: string;
}

const bodyOf = ({ result, shown }: Completion) => ({ result, ...(shown && { shown }) });

/** `keepalive` lets the request outlive the page. */
export const sendCompletion = (completion: Completion, keepalive = false) =>
  ask<TaskDetail>(pathOf(completion.taskId), {
    method: 'POST',
    body: bodyOf(completion),
    headers: { 'idempotency-key': completion.key },
    keepalive,
  });

/** @throws RequestError with what sending it would be refused for; nothing is changed. */
export const tryCompletion = (completion: Completion) =>
  ask<TaskDetail>(pathOf(completion.taskId), {
    method: 'POST',
    body: { ...bodyOf(completion), dryRun: true },
  });

/** What browsers send when a page is left is no greater; in bytes, with room for what stands around the result. */
const greatest = 60_000;

export const outlivesPage = ({ result }: Completion): boolean =>
  new TextEncoder().encode(JSON.stringify(result)).length < greatest;
