// What an event does to a plan by itself, where no transition of the cycle waits for it.
import type { Plan } from '../../model/plan.ts';
import type { Draft, Happening } from './draft.ts';
import { countsAgain, recountDays } from './recount-days.ts';
import { reopens, reopenTask } from './reopen-task.ts';
import { standStill, stopsClock } from './stand-still.ts';

export const actsByItself = (plan: Plan, happening: Happening): boolean =>
  stopsClock(plan, happening) || countsAgain(happening) || reopens(happening);

export function actByItself(draft: Draft, happening: Happening): void {
  standStill(draft, happening);
  recountDays(draft, happening);
  reopenTask(draft, happening);
}
