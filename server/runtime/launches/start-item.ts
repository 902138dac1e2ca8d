// Starts the plan of one component of a launch, inside the commit that the caller has begun. What a plan has
// asked for and cannot be started nobody waits for, so administrators are told.
import type { CompiledCycle } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { seededIds } from '../../seeded-ids.ts';
import { findComponent } from '../../store/queries/components.ts';
import {
  countStartedByPlans,
  findActivePlanId,
  type Launch,
  settleLaunchItem,
} from '../../store/queries/launches.ts';
import type { LaunchItemRow } from '../../store/schema/launches.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPeople } from '../organisation/notify-people.ts';
import { startOnePlan } from '../plans/start-one-plan.ts';

const launchedId = seededIds('3a1f6c52-77f1-5a0b-9d53-2f4b1b0f6e77');

/** Plans of one cycle that other plans may start for one component within an hour: more come from a circle. */
const MOST_STARTS = 50;
const HOUR_MS = 60 * 60 * 1000;

export interface LaunchOf {
  launch: Launch;
  compiled: CompiledCycle;
}

async function circleProblem(
  deps: Deps,
  db: Db,
  launch: Launch,
  componentId: string,
): Promise<string | null> {
  if (launch.originPlanId === null) return null;
  const { cycleId } = launch;
  const since = new Date(Date.parse(deps.clock.now()) - HOUR_MS).toISOString();
  const started = await countStartedByPlans(db, { componentId, cycleId, since });
  if (started < MOST_STARTS) return null;
  return `Plans have started the cycle ${cycleId} for ${componentId} ${started} times within an hour: cycles that start each other run in a circle. Mend one of them; this start was left out.`;
}

interface Failed {
  launch: Launch;
  componentId: string;
  problem: string;
}

async function tellAdministrators(deps: Deps, db: Db, { launch, componentId, problem }: Failed) {
  const message = `The cycle ${launch.cycleId}, which a plan asked for, was not started: ${problem}`;
  const idSeed = `${launch.id}:${componentId}`;
  const notice = { planId: launch.originPlanId, componentId, message, at: deps.clock.now(), idSeed };
  await notifyPeople(db, { ...notice, to: 'role:admin' });
}

const hasOneProblem =
  'It already has an active plan of this cycle, which goes on; none was started beside it. Launch again with “again” to start another.';

/** What was closed before the period has nothing in it to look at. */
async function closedProblem(db: Db, { period }: Launch, componentId: string): Promise<string | null> {
  const activeTo = (await findComponent(db, componentId))?.activeTo ?? null;
  if (activeTo === null || activeTo >= period.start) return null;
  return `It was closed on ${activeTo}, before the period begins; no plan was started. Open it again, or choose another period.`;
}

export async function startItem(
  deps: Deps,
  db: Db,
  { launch, compiled }: LaunchOf,
  item: LaunchItemRow,
): Promise<void> {
  const planId = `pln_${launchedId(`${launch.id}:${item.componentId}`)}`;
  const { componentId } = item;
  const { cycleId } = launch;
  const active = launch.again ? null : await findActivePlanId(db, { componentId, cycleId });
  if (active !== null)
    return settleLaunchItem(db, item, { state: 'skipped', planId: active, problem: hasOneProblem });
  const closed = await closedProblem(db, launch, componentId);
  if (closed !== null) return settleLaunchItem(db, item, { state: 'skipped', planId: null, problem: closed });
  const { period, variables, id: launchId, createdBy: actor } = launch;
  const starting = { planId, componentId, compiled, period, variables, launchId, actor };
  const problem =
    (await circleProblem(deps, db, launch, componentId)) ?? (await startOnePlan(deps, db, starting));
  if (problem === null) return settleLaunchItem(db, item, { state: 'started', planId, problem });
  await settleLaunchItem(db, item, { state: 'failed', planId: null, problem });
  if (launch.originPlanId !== null) await tellAdministrators(deps, db, { launch, componentId, problem });
}
