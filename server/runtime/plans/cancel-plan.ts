// A plan is cancelled by HR or an administrator, with a reason: domain section 3. Where it goes then is its cycle's to
// say; one whose cycle says nothing is left as it is, for its history must be told by its cycle alone.
import { isAwaited, type Plan } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { planCancelled } from '../../routes/events-from-outside.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { incidentProblem } from './dispatch.ts';
import { ownsPlan } from './owns-plan.ts';
import type { PlanSummary } from './plan-summary.ts';
import { type Moved, stepPlan } from './step-plan.ts';

interface Cancelling {
  planId: string;
  reason: string;
  actor: Actor;
  expectedRevision: number | undefined;
}

/** Whether the act is offered; the door says more. */
export const mayCancel = async (db: Db, actor: Actor, plan: Plan): Promise<boolean> =>
  plan.status === 'active' && scopeOf(actor, 'plans.cancel') === 'all' && !(await ownsPlan(db, actor, plan));

async function requireListening({ cycles }: Deps, db: Db, plan: Plan): Promise<void> {
  const compiled = await cycles.find(db, plan.cycleId, plan.cycleVersion);
  // One that has ended is told so by the step.
  if (!compiled || plan.status === 'ended' || isAwaited(compiled, plan, planCancelled)) return;
  throw new ProblemError(
    'conflict',
    `The cycle “${compiled.cycle.name}” does not say where a cancelled plan goes; nothing was changed. A designer adds a transition from every stage for “${planCancelled}”, publishes it and moves the plan to the new version; then it can be cancelled.`,
  );
}

const standing = ({ stage, status, outcome }: Pick<PlanSummary, 'stage' | 'status' | 'outcome'>) => ({
  stage,
  status,
  outcome,
});

/** @throws ProblemError not-found, not-allowed, stale, conflict, event-not-accepted. */
export async function cancelPlan(
  deps: Deps,
  { planId, reason, actor, expectedRevision }: Cancelling,
): Promise<Moved> {
  const stepped = await deps.store.commit(async (db) => {
    const plan = (await findPlan(db, planId))?.plan;
    if (!plan) throw notFound('plan');
    if (await ownsPlan(db, actor, plan))
      throw new ProblemError(
        'not-allowed',
        'This plan is your own; somebody else in HR cancels it. Nothing was changed.',
      );
    await requireListening(deps, db, plan);
    const event = { id: deps.ids.next('evt'), type: planCancelled, data: { reason } };
    const moved = await stepPlan(deps, db, { planId, event, actor: actor.id, expectedRevision });
    if (moved.kind === 'incident') return moved;
    const detail = { reason, ...changeOf(standing(plan), standing(moved.plan)) };
    const at = deps.clock.now();
    // What was agreed in it counts no more.
    const { componentId } = plan;
    await appendFeed(db, { at, type: 'plan.cancelled', planId, componentId, movesScores: true });
    await appendAudit(db, { at, actor: actor.id, action: 'plan.cancel', resource: `plan/${planId}`, detail });
    return moved;
  });
  if (stepped.kind === 'incident') throw incidentProblem(stepped);
  return stepped;
}
