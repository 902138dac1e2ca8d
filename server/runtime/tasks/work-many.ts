// One wish for many tasks: each is asked as it would be alone, by the same rules, and answers for itself. What one
// refuses holds none of the others back.
import { type CycleTask, checkResult } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { completeTask } from './complete-task.ts';
import { delegateTask } from './pass-on-task.ts';
import { remindAssignee } from './remind-assignee.ts';
import { requireTask } from './sight.ts';
import { type Snoozing, snoozeTask } from './snooze-task.ts';

export type BulkAct =
  | { act: 'remind' }
  | ({ act: 'snooze' } & Snoozing)
  | { act: 'delegate'; to: string; reason: string }
  | { act: 'complete' };

export type BulkItem = { id: string; outcome: 'done' } | { id: string; outcome: 'refused'; reason: string };

/** Waiting together they share one commit; more would keep others from it. */
const TOGETHER = 25;

/** Without a word of the person's own only a form that asks for none is complete. */
async function completeBlank(deps: Deps, id: string, actor: Actor): Promise<void> {
  const { state, form } = await deps.store.read((db) => requireTask(db, id, actor));
  const asked: CycleTask['form'] = JSON.parse(form);
  if (state === 'open' && checkResult(asked, {}).kind === 'misfits')
    throw new ProblemError('invalid', 'Its form asks for answers; open the task and fill it in.');
  await completeTask(deps, id, { result: {}, actor });
}

async function workOne(deps: Deps, id: string, { actor, wish }: Wish): Promise<void> {
  switch (wish.act) {
    case 'remind':
      return remindAssignee(deps, id, actor);
    case 'snooze':
      return snoozeTask(deps, id, { until: wish.until, after: wish.after, pastDue: wish.pastDue, actor });
    case 'delegate':
      return delegateTask(deps, id, { to: wish.to, reason: wish.reason, actor });
    case 'complete':
      return completeBlank(deps, id, actor);
  }
}

interface Wish {
  actor: Actor;
  wish: BulkAct;
}

async function answerOf(deps: Deps, id: string, given: Wish): Promise<BulkItem> {
  try {
    await workOne(deps, id, given);
    return { id, outcome: 'done' };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.kind === 'unavailable') throw error;
    return { id, outcome: 'refused', reason: error.message };
  }
}

/** In the order given; an id that comes twice is worked once. */
export async function workMany(deps: Deps, ids: readonly string[], given: Wish): Promise<BulkItem[]> {
  const once = [...new Set(ids)];
  const items: BulkItem[] = [];
  for (let from = 0; from < once.length; from += TOGETHER) {
    const lot = once.slice(from, from + TOGETHER);
    items.push(...(await Promise.all(lot.map((id) => answerOf(deps, id, given)))));
  }
  return items;
}
