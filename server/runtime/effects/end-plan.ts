// A plan that ends may be the last of its siblings, or the last beside others of its component: then the plans of the
// component above, or those others, hear of it, each in a commit of its own.
import type { Plan } from '../../../engine/index.ts';
import { hasActivePlanBelow, lineageOf } from '../../store/queries/facts.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import { insertTimer } from '../../store/queries/timers.ts';
import { type Applying, stepId, tell } from './applying.ts';

/** Plans of one cycle are not beside each other: two of them would wait for each other for good. */
async function tellThoseBeside(applying: Applying): Promise<void> {
  const { db, plan, at } = applying;
  const active = (await listActivePlansOf(db, plan.componentId)).filter((one) => one.plan.id !== plan.id);
  for (const left of active) {
    const isBeside = (other: Pick<Plan, 'cycleId'>) => other.cycleId !== left.plan.cycleId;
    if (!isBeside(plan) || active.some((other) => isBeside(other.plan))) continue;
    await insertTimer(db, {
      id: stepId(applying, 'beside-settled', left.plan.id),
      planId: left.plan.id,
      kind: 'fact',
      name: 'beside.settled',
      activation: 0,
      dueAt: at,
      data: {},
    });
  }
}

async function tellThoseAbove(applying: Applying): Promise<void> {
  const { db, plan, at } = applying;
  const parent = (await lineageOf(db, plan.componentId))[1];
  if (!parent || (await hasActivePlanBelow(db, parent.id))) return;
  for (const above of await listActivePlansOf(db, parent.id)) {
    await insertTimer(db, {
      id: stepId(applying, 'children-settled', above.plan.id),
      planId: above.plan.id,
      kind: 'children-settled',
      name: '',
      activation: 0,
      dueAt: at,
      data: {},
    });
  }
}

export async function endPlan(applying: Applying): Promise<void> {
  tell(applying, 'plan.ended', {});
  await tellThoseBeside(applying);
  await tellThoseAbove(applying);
}
