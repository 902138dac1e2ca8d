// What becomes of the plans of a component once whoever answers for it has left: each is asked what it would do.
import { advance, isAwaited, type PlanEvent } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';
import { situationOf } from '../plans/step-plan.ts';
import { leaveData } from './tell-leave.ts';

export interface PlanWithout {
  planId: string;
  cycleName: string;
  /** False: it goes on, and somebody else has to answer for it. */
  ends: boolean;
}

export type LeavingForGood = Pick<AbsenceRow, 'personId' | 'startsOn' | 'endsOn'>;

export async function plansWithout(
  deps: Deps,
  db: Db,
  { componentId, kind, absence }: { componentId: string; kind: string; absence: LeavingForGood },
): Promise<PlanWithout[]> {
  const found: PlanWithout[] = [];
  for (const { plan } of await listActivePlansOf(db, componentId)) {
    const { compiled, situation } = await situationOf(deps, db, plan);
    const event: PlanEvent = { id: 'person-left', type: 'person.left', data: leaveData(absence, kind) };
    const step = isAwaited(compiled, plan, event.type) ? advance(compiled, plan, event, situation) : null;
    const ends = step?.kind === 'moved' && step.plan.status === 'ended';
    found.push({ planId: plan.id, cycleName: compiled.cycle.name, ends });
  }
  return found;
}
