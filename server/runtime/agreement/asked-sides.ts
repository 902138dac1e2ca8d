// Whose signature a plan waits for: the sides that its cycle asks while the plan is drawn up, and those that signed of
// their own accord.
import type { Cycle } from '../../../engine/index.ts';
import { listPlanSignatures } from '../../store/queries/plan-versions.ts';
import type { Db } from '../../store/schema.ts';
import { cycleOfPlan } from '../plans/cycle-of-plan.ts';
import { drawsUp, everyStage, tasksIn } from '../tasks/find-stage.ts';
import { type Side, sides } from './signers.ts';

/** Null: completing the form signs nothing. */
export function sideOf(form: unknown, relation: string): Side | null {
  if (form === 'acknowledgement') return 'component';
  if (form !== 'plan-agreement') return null;
  return relation === 'owner' ? 'component' : 'manager';
}

const sidesIn = ({ stages }: Cycle): (Side | null)[] =>
  everyStage(stages)
    .filter(drawsUp)
    .flatMap(tasksIn)
    .map(({ form, assignee }) => sideOf(form, assignee));

export async function askedSides(db: Db, planId: string): Promise<Side[]> {
  const cycle = await cycleOfPlan(db, planId);
  const signed = (await listPlanSignatures(db, planId)).map(({ side }) => side);
  const asked = new Set([...(cycle ? sidesIn(cycle) : []), ...signed]);
  return sides.filter((side) => asked.has(side));
}
