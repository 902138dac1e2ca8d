// A plan that ends may be the last of its siblings: then the plans of the component above hear of it,
// each in a commit of its own.
import { hasActivePlanBelow, lineageOf } from '../../store/queries/facts.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import { insertTimer } from '../../store/queries/timers.ts';
import { type Applying, stepId, tell } from './applying.ts';

export async function endPlan(applying: Applying): Promise<void> {
  const { db, plan, at } = applying;
  tell(applying, 'plan.ended', {});
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
