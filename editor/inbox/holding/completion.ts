// The request that completes a task with what its form says; tried first where it is held before it is sent.

import type { JsonObject } from '../../../engine/index.ts';
import { ask, newKey } from '../../app/api/request.ts';
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

/**
 * The same wish keeps its key, so that trying again after a lost answer counts once. What was signed of a plan that was
 * shown anew is another wish: with the key of the first it would be refused.
 */
export function keyFor(wish: Omit<Completion, 'key'>, keys: Map<string, string>): string {
  const words = JSON.stringify([wish.taskId, wish.result, wish.shown]);
  const key = keys.get(words) ?? newKey();
  keys.set(words, key);
  return key;
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
