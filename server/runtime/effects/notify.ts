// Notifies the people that a relation of the plan's component means, each once.
import { notifyPeople } from '../organisation/notify-people.ts';
import { type Applying, stepId } from './applying.ts';

interface Notice {
  to: string;
  message: string;
  index: number;
}

export async function notifyAll(applying: Applying, { to, message, index }: Notice): Promise<void> {
  const { db, plan, at } = applying;
  const idSeed = stepId(applying, 'notification', index);
  await notifyPeople(db, { planId: plan.id, componentId: plan.componentId, to, message, at, idSeed });
}
