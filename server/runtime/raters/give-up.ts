// A rater is not asked after all: their task closes, and whoever named the raters is asked for somebody else. Until
// somebody is named, or it is agreed that nobody is, the plan waits for that seat as it did for theirs.
import { insertChange, listNominators } from '../../store/queries/rater-changes.ts';
import { closeTaskRows } from '../../store/queries/task-rows.ts';
import type { RaterChangeCause } from '../../store/schema/ratings.ts';
import type { Db } from '../../store/schema.ts';
import { openAsk, type Ports } from './open-ask.ts';
import type { RaterTask } from './rater-task.ts';

export interface GivingUp {
  personId: string;
  cause: RaterChangeCause;
  reason: string | null;
  at: string;
}

/** The manager has the last word on who is asked, and the first where nobody else named the raters. */
async function firstAsked(db: Db, planId: string): Promise<'naming' | 'agreeing'> {
  return (await listNominators(db, planId))[0] === 'owner' ? 'naming' : 'agreeing';
}

export async function giveUp(ports: Ports, db: Db, task: RaterTask, given: GivingUp): Promise<void> {
  await closeTaskRows(db, [task.id], given.at);
  const state = await firstAsked(db, task.planId);
  const nothing = { namedId: null, note: null, settledAt: null, settledBy: null };
  const askId = await openAsk(ports, db, { task, step: state, at: given.at });
  await insertChange(db, { taskId: task.id, planId: task.planId, ...given, state, askId, ...nothing });
}
