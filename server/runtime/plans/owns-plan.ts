// Whose plan it is: of whoever answers for its component.
import type { Measure, Plan } from '../../../engine/index.ts';
import { type Actor, tokenActor } from '../../access/actor.ts';
import { ProblemError } from '../../problem.ts';
import { findComponent } from '../../store/queries/components.ts';
import { componentOfPlan } from '../../store/queries/plans.ts';
import { isUnderPlan } from '../../store/queries/rated-components.ts';
import type { Db } from '../../store/schema.ts';

export const ownsPlan = async (
  db: Db,
  actor: Actor,
  { componentId }: Pick<Plan, 'componentId'>,
): Promise<boolean> => (await findComponent(db, componentId))?.ownerId === actor.id;

/** An automation has no plan of its own, and sends most events. */
const isPerson = ({ id, grants }: Actor): boolean => grants === undefined && id !== tokenActor.id;

interface Sending {
  actor: Actor;
  planId: string;
  event: string;
}

/** Nobody moves the plan that judges them; their own tasks they do. @throws ProblemError not-allowed. */
export async function refuseEventOfOwn(db: Db, { actor, planId, event }: Sending): Promise<void> {
  if (event.startsWith('task.') || !isPerson(actor)) return;
  const componentId = await componentOfPlan(db, planId);
  if (componentId === null || !(await ownsPlan(db, actor, { componentId }))) return;
  throw new ProblemError(
    'not-allowed',
    'This plan is your own; your manager or HR sends it events. Nothing was changed.',
  );
}

/**
 * What a plan judges its owner by, they propose, and somebody else sets; how a measure is called is theirs to mend.
 * @throws ProblemError not-allowed.
 */
export async function refuseOwnStandards(
  db: Db,
  { actor, componentId, patch }: { actor: Actor; componentId: string; patch: Partial<Measure> },
): Promise<void> {
  const { title: _, ...judgedBy } = patch;
  if (Object.values(judgedBy).every((value) => value === undefined)) return;
  if (!(await ownsPlan(db, actor, { componentId })) || !(await isUnderPlan(db, componentId))) return;
  throw new ProblemError(
    'not-allowed',
    'The plan that goes by these standards is your own: propose others in your task of the plan, or ask your manager or HR to change them. Nothing was changed.',
  );
}
