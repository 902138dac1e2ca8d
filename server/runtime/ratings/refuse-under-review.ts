// Nobody moves a plan in which they are judged before they may read how: what it accepts, and where it goes, would tell.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { heldFrom, isNobody } from './rating-sight.ts';

/** @throws ProblemError not-allowed. */
export async function refuseUnderReview(
  ports: Pick<Deps, 'cycles'>,
  db: Db,
  { actor, planId }: { actor: Actor; planId: string },
): Promise<void> {
  // Programs send many events, and nothing is about a program.
  if (isNobody(actor)) return;
  const plan = (await findPlan(db, planId))?.plan;
  if (!plan) return;
  const { id, componentId, cycleId, cycleVersion: version } = plan;
  if ((await heldFrom(ports, db, { actor, plan: { id, componentId, cycleId, version } })) === null) return;
  throw new ProblemError(
    'not-allowed',
    'This plan is about you and is being reviewed: somebody else moves it until its ratings are released. Nothing was changed.',
  );
}
