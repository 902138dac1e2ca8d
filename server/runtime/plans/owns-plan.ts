// Whose plan it is: of whoever answers for its component.
import type { Goal, Measure, Plan } from '../../../engine/index.ts';
import { type Actor, tokenActor } from '../../access/actor.ts';
import { ProblemError } from '../../problem.ts';
import { findComponent } from '../../store/queries/components.ts';
import { componentOfPlan } from '../../store/queries/plans.ts';
import { isUnderPlan } from '../../store/queries/rated-components.ts';
import type { Db } from '../../store/schema.ts';
import { changesOf } from '../tasks/changes-of.ts';

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

/** What somebody is judged by they propose in their tasks, and somebody else sets it. */
async function refuseOwn(db: Db, { actor, componentId }: Changing, refusal: string): Promise<void> {
  if (!(await ownsPlan(db, actor, { componentId })) || !(await isUnderPlan(db, componentId))) return;
  throw new ProblemError('not-allowed', refusal);
}

interface Changing {
  actor: Actor;
  componentId: string;
}

/** How a measure is called is its owner’s to mend. @throws ProblemError not-allowed. */
export async function refuseOwnStandards(
  db: Db,
  { patch, ...changing }: Changing & { patch: Partial<Measure> },
): Promise<void> {
  const { title: _, ...judgedBy } = patch;
  if (Object.values(judgedBy).every((value) => value === undefined)) return;
  await refuseOwn(
    db,
    changing,
    'The plan that goes by these standards is your own: propose others in your task of the plan, or ask your manager or HR to change them. Nothing was changed.',
  );
}

/** @throws ProblemError not-allowed. */
export const refuseOwnGoals = (db: Db, changing: Changing): Promise<void> =>
  refuseOwn(
    db,
    changing,
    'The plan that judges by these goals is your own: propose the change in your task of the plan, or ask your manager or HR to make it. Nothing was changed.',
  );

/**
 * How a goal is called is its owner’s to mend, and a field that says what is so already changes nothing. What it serves is
 * not: the share decides how much it counts above (ADR 0073).
 * @throws ProblemError not-allowed.
 */
export async function refuseChangeOfOwnGoal(
  db: Db,
  { actor, before, patch }: { actor: Actor; before: Goal; patch: Partial<Goal> },
): Promise<void> {
  const { title: _, ...judgedBy } = patch;
  const given = Object.fromEntries(Object.entries(judgedBy).filter(([, value]) => value !== undefined));
  if (changesOf(before, { version: undefined, patch: given }) === null) return;
  await refuseOwnGoals(db, { actor, componentId: before.componentId });
}
