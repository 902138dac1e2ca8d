// Notifies people of a step, each once: those named, or those that a relation of the plan's component means.
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { type Applying, stepSeed } from './applying.ts';

interface Notice {
  message: string;
  index: number;
}

export async function tellPersons(
  applying: Applying,
  { people, message, index }: Notice & { people: readonly string[] },
): Promise<void> {
  const { db, plan, at } = applying;
  const idSeed = stepSeed(applying, 'notification', index);
  await notifyPersons(db, people, { planId: plan.id, componentId: plan.componentId, message, at, idSeed });
}

export async function notifyAll(
  applying: Applying,
  { to, ...notice }: Notice & { to: string },
): Promise<void> {
  const people = await resolveAssignees(applying.db, applying.plan.componentId, to);
  await tellPersons(applying, { ...notice, people });
}
