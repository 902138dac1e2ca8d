// Plans as they leave the server.
import type { z } from 'zod';
import { acceptedEvents, type Plan } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { sendableOf } from '../../routes/events-from-outside.ts';
import type { planDetailWire, planListItemWire, waitWire } from '../../routes/wire/plans.ts';
import { listRewards } from '../../store/queries/awards.ts';
import type { PlanInList } from '../../store/queries/plan-list.ts';
import { readWaits, type WaitsOfPlans } from '../../store/queries/plan-waits.ts';
import type { Db } from '../../store/schema.ts';
import { mayCancel } from '../plans/cancel-plan.ts';
import { ownsPlan } from '../plans/owns-plan.ts';
import type { UnderReview } from '../ratings/rating-sight.ts';
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

export interface Reader {
  id: string;
  /** Plans of which the reader sees how they stood when they were judged, and nothing since. */
  reviews: ReadonlyMap<string, UnderReview>;
}

/** What others have to do, and by when, tells where the plan is: only the reader's own is left. */
function asReviewed(
  item: PlanListItem,
  { since, stage, round, outcome, at }: UnderReview,
  reader: Reader,
): PlanListItem {
  const own = item.waits.filter((wait) => wait.kind === 'task' && wait.assignee?.id === reader.id);
  return {
    ...item,
    ...{ revision: since, stage, round, outcome, movedAt: at, waits: own },
    ...{ status: 'active', ending: null, openIncidents: 0, underReview: true },
  };
}

export async function presentPlans(
  db: Db,
  plans: readonly PlanInList[],
  reader: Reader,
): Promise<PlanListItem[]> {
  const waits = await readWaits(
    db,
    plans.map((plan) => plan.id),
  );
  return plans.map((plan) => {
    const item: PlanListItem = {
      ...plan,
      status: plan.status === 'ended' ? 'ended' : 'active',
      outcome: plan.outcome as PlanListItem['outcome'],
      openIncidents: Number(waits.openIncidents.find(({ planId }) => planId === plan.id)?.count ?? 0),
      waits: waitsOf(plan.id, waits),
      underReview: false,
    };
    const review = reader.reviews.get(plan.id);
    return review ? asReviewed(item, review, reader) : item;
  });
}

/** What the cycle gave or began since the plan was judged tells how. */
const until = <Given extends { at: string }>(given: readonly Given[], review: UnderReview | null): Given[] =>
  given.filter(({ at }) => review === null || at < review.at);

interface Presenting {
  inList: PlanInList;
  plan: Plan;
  review: UnderReview | null;
  reader: Actor;
}

/** What the reader may do to move the plan by hand. */
async function actsOf(db: Db, { plan, review, reader, accepted }: Presenting & { accepted: string[] }) {
  const scope = scopeOf(reader, 'plans.send-event');
  const sends =
    scope !== null &&
    !review &&
    isVisible(await visibleComponentIds(db, reader, scope), plan.componentId) &&
    !(await ownsPlan(db, reader, plan));
  return { sendableEvents: sends ? sendableOf(accepted) : [], mayCancel: await mayCancel(db, reader, plan) };
}

export async function presentPlan(deps: Deps, db: Db, presenting: Presenting): Promise<PlanDetail> {
  const { inList, plan, review, reader } = presenting;
  const reviews = new Map(review ? [[plan.id, review]] : []);
  const [item] = await presentPlans(db, [inList], { id: reader.id, reviews });
  const compiled = await deps.cycles.find(db, plan.cycleId, plan.cycleVersion);
  if (!item || !compiled)
    throw new Error(`${plan.id} follows a version of ${plan.cycleId} that is not there.`);
  const accepted = review ? [] : acceptedEvents(compiled, plan);
  return {
    ...item,
    period: plan.period,
    // A cycle keeps in them what was decided.
    variables: review ? {} : plan.variables,
    stageNames: stageNames(compiled.cycle.stages),
    acceptedEvents: accepted,
    ...(await actsOf(db, { ...presenting, accepted })),
    goals: plan.goals,
    rewards: until(await listRewards(db, plan.id), review),
    interventions: until(await presentInterventions(db, plan.id), review),
    ...(await linkedPlans(deps, db, plan, review?.at)),
  };
}
