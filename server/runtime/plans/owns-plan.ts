// Whose plan it is: of whoever answers for its component.
import type { Plan } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { ProblemError } from '../../problem.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';

export const ownsPlan = async (
  db: Db,
  actor: Actor,
  { componentId }: Pick<Plan, 'componentId'>,
): Promise<boolean> => (await findComponent(db, componentId))?.ownerId === actor.id;

interface Sending {
  actor: Actor;
  planId: string;
  event: string;
}

/** Nobody moves the plan that judges them; their own tasks they do. @throws ProblemError not-allowed. */
export async function refuseEventOfOwn(db: Db, { actor, planId, event }: Sending): Promise<void> {
  if (event.startsWith('task.')) return;
  const plan = (await findPlan(db, planId))?.plan;
  if (!plan || !(await ownsPlan(db, actor, plan))) return;
  throw new ProblemError(
    'not-allowed',
    'This plan is your own; your manager or HR sends it events. Nothing was changed.',
  );
}
