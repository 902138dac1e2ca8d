// Plans as they leave the server.
import type { z } from 'zod';
import { acceptedEvents, type Plan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { planDetailWire, planListItemWire, waitWire } from '../../routes/wire/plans.ts';
import { listRewards } from '../../store/queries/awards.ts';
import { type PlanInList, readWaits, type WaitsOfPlans } from '../../store/queries/plan-list.ts';
import type { Db } from '../../store/schema.ts';
import { outcomeBefore } from '../ratings/rating-sight.ts';
import { isUnnamed } from '../tasks/unnamed.ts';
import { linkedPlans, stageNames } from './linked-plans.ts';
import { presentInterventions } from './present-interventions.ts';

export type PlanListItem = z.infer<typeof planListItemWire>;
export type PlanDetail = z.infer<typeof planDetailWire>;
type Wait = z.infer<typeof waitWire>;

const stageOfTimer = (data: string): string => JSON.parse(data).stage;

/** Raters who are not named count as one, and as nobody: who is left would tell who has answered. */
function withoutRaters(tasks: WaitsOfPlans['tasks']): WaitsOfPlans['tasks'] {
  const keys = new Set<string>();
  return tasks.flatMap((task) => {
    if (!isUnnamed(task)) return [task];
    if (keys.has(task.key)) return [];
    keys.add(task.key);
    return [{ ...task, assigneeId: null, assigneeName: null }];
  });
}

function waitsOf(planId: string, { tasks, timers }: WaitsOfPlans): Wait[] {
  const people = withoutRaters(tasks.filter((task) => task.planId === planId)).map((task) => ({
    kind: 'task' as const,
    taskId: task.id,
    key: task.key,
    title: task.title,
    assignee: task.assigneeId ? { id: task.assigneeId, name: task.assigneeName ?? task.assigneeId } : null,
    dueAt: task.dueAt,
  }));
  const clock = timers
    .filter((timer) => timer.planId === planId)
    .map(({ name, dueAt, data }) => ({
      kind: 'timer' as const,
      timerId: name,
      stage: stageOfTimer(data),
      dueAt,
    }));
  return [...people, ...clock];
}

export const noneHeld: ReadonlyMap<string, number> = new Map();

/** Plans of which ratings are held back have the outcome that is left to read. */
export async function withoutHeld(
  db: Db,
  plans: readonly PlanInList[],
  held: ReadonlyMap<string, number>,
): Promise<PlanInList[]> {
  const shown: PlanInList[] = [];
  for (const plan of plans) {
    const since = held.get(plan.id);
    shown.push(since === undefined ? plan : { ...plan, outcome: await outcomeBefore(db, plan.id, since) });
  }
  return shown;
}

export async function presentPlans(db: Db, plans: readonly PlanInList[]): Promise<PlanListItem[]> {
  const waits = await readWaits(
    db,
    plans.map((plan) => plan.id),
  );
  return plans.map((plan) => ({
    ...plan,
    status: plan.status === 'ended' ? 'ended' : 'active',
    outcome: plan.outcome as PlanListItem['outcome'],
    openIncidents: Number(waits.openIncidents.find(({ planId }) => planId === plan.id)?.count ?? 0),
    waits: waitsOf(plan.id, waits),
  }));
}

export async function presentPlan(
  deps: Deps,
  db: Db,
  { inList, plan, heldFrom }: { inList: PlanInList; plan: Plan; heldFrom: number | null },
): Promise<PlanDetail> {
  const [shown] = await withoutHeld(
    db,
    [inList],
    heldFrom === null ? noneHeld : new Map([[plan.id, heldFrom]]),
  );
  const [item] = shown ? await presentPlans(db, [shown]) : [];
  const compiled = await deps.cycles.find(db, plan.cycleId, plan.cycleVersion);
  if (!item || !compiled)
    throw new Error(`${plan.id} follows a version of ${plan.cycleId} that is not there.`);
  return {
    ...item,
    period: plan.period,
    // A cycle keeps in them what was decided.
    variables: heldFrom === null ? plan.variables : {},
    stageNames: stageNames(compiled.cycle.stages),
    acceptedEvents: acceptedEvents(compiled, plan),
    goals: plan.goals,
    rewards: await listRewards(db, plan.id),
    interventions: await presentInterventions(db, plan.id),
    ...(await linkedPlans(deps, db, plan)),
  };
}
