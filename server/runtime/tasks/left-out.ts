// Nobody describes themselves for a post that nobody holds: the task is left out, the history says why, and the plan goes
// on as if it were done.
import { type JsonObject, vacantPost, type Work } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { hasStageTimer, insertTimer, type Timer } from '../../store/queries/timers.ts';
import type { Db } from '../../store/schema.ts';
import { recordIncident } from '../plans/incidents.ts';
import { describeRejection } from '../plans/rejections.ts';
import { tryStep } from '../plans/step-plan.ts';

interface Asked {
  componentId: string;
  relation: string;
  work: Work;
}

export const isOfHolder = ({ relation, work }: Pick<Asked, 'relation' | 'work'>): boolean =>
  work === 'self-appraisal' && relation === 'owner';

export const isLeftOut = async (db: Db, asked: Asked): Promise<boolean> =>
  isOfHolder(asked) && (await findComponent(db, asked.componentId))?.ownerId === null;

/** The plan hears of it in a commit of its own: the step that asked is not over yet. */
export const leaveOut = (
  db: Db,
  {
    id,
    planId,
    key,
    activation,
    at,
  }: { id: string; planId: string; key: string; activation: number; at: string },
): Promise<void> =>
  insertTimer(db, { id, planId, kind: 'left-out', name: key, activation, dueAt: at, data: {} });

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
