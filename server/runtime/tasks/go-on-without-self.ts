// Takes a plan on past the task that was left out, as if it were done.
import { type JsonObject, vacantPost } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { hasStageTimer, type Timer } from '../../store/queries/timers.ts';
import type { Db } from '../../store/schema.ts';
import { recordIncident } from '../plans/incidents.ts';
import { describeRejection } from '../plans/rejections.ts';
import { tryStep } from '../plans/step-plan.ts';

const data: JsonObject = { result: {}, results: [], completedBy: null, leftOut: vacantPost };

/** A cycle that cannot go on without an answer, and by no other way, is for a person to look at. */
export async function goOnWithoutSelf(deps: Deps, db: Db, timer: Timer): Promise<void> {
  const { id, planId, name: key, activation } = timer;
  if ((await findPlan(db, planId))?.plan.tasks[key]?.activation !== activation) return;
  const event = { id: `timer:${id}`, type: `task.${key}.completed`, data };
  const stepped = await tryStep(deps, db, { planId, event, actor: 'system' });
  if (stepped.kind !== 'rejected') return;
  const { plan, reason } = stepped;
  if (Object.keys(plan.tasks).length > 1 || (await hasStageTimer(db, planId))) return;
  const why = { code: reason.code, message: describeRejection(reason) };
  await recordIncident(deps, db, { plan, event, actor: 'system', at: deps.clock.now(), ...why });
}
