// A plan hears of a long leave that began before it, or before its person had the component, in the commit that begins
// either: what is due does not come due meanwhile. ADR 0040.
import { addDays, isHeard, localDateOf, type Plan, type PlanEvent } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { changeAbsence, listUnderWay } from '../../store/queries/absences.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findPlan, listActivePlansOf } from '../../store/queries/plans.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';
import { tryStep } from '../plans/step-plan.ts';
import { leaveData, longLeave, restFor } from './tell-leave.ts';

/** Of whoever answers for the component now; null when they are there, or away for a few days. */
async function findLeave(deps: Deps, db: Db, componentId: string) {
  const component = await findComponent(db, componentId);
  if (!component?.ownerId) return null;
  for (const absence of await listUnderWay(db, component.ownerId)) {
    if (absence.endsOn === null) return null;
    const days = await longLeave(deps, db, { componentId, absence });
    if (days) return { absence, days, kind: component.kind };
  }
  return null;
}

async function send(deps: Deps, db: Db, planId: string, event: PlanEvent): Promise<void> {
  const plan = (await findPlan(db, planId))?.plan;
  const compiled = plan && (await deps.cycles.find(db, plan.cycleId, plan.cycleVersion));
  if (compiled && isHeard(compiled, plan, event)) await tryStep(deps, db, { planId, event, actor: 'system' });
}

type Leave = NonNullable<Awaited<ReturnType<typeof findLeave>>>;

async function tellStarted(
  deps: Deps,
  db: Db,
  { id, componentId }: Plan,
  { absence, days, kind, seed, since }: Leave & { seed: string; since: string },
): Promise<void> {
  const rest = await restFor(deps, db, { componentId, startedAt: since }, days);
  const data = leaveData({ ...absence, ...rest }, kind);
  await send(deps, db, id, { id: `${seed}:leave.started:${id}`, type: 'leave.started', data });
  // Whoever heard of its beginning hears of its end.
  await changeAbsence(db, absence.id, { told: 1 });
}

/** `plan` is written already. */
export async function tellOfLeaveUnderWay(deps: Deps, db: Db, plan: Plan, at: string): Promise<void> {
  const leave = await findLeave(deps, db, plan.componentId);
  if (leave) await tellStarted(deps, db, plan, { ...leave, seed: leave.absence.id, since: at });
}

export interface NewHolder {
  componentId: string;
  /** Who answered for it before. */
  from: string | null;
  at: string;
  /** Unique to the change. */
  seed: string;
}

/** For the plan the leave of who had the post is over: with their last day in it. */
async function endedFor(db: Db, { componentId, from, at }: NewHolder, kind: string) {
  const heard = from === null ? [] : await listUnderWay(db, from);
  const absence = heard.find(({ told, endsOn }) => told === 1 && endsOn !== null);
  if (!absence) return null;
  const before = addDays(localDateOf(at, await componentZone(db, componentId)), -1);
  const [, endsOn = before] = [before, absence.startsOn].sort();
  return leaveData({ ...absence, endsOn }, kind);
}

/** The clock goes on for who has a post now, and stands still when they are away as well. */
export async function tellOfNewHolder(deps: Deps, db: Db, change: NewHolder): Promise<void> {
  const { componentId, at, seed } = change;
  const component = await findComponent(db, componentId);
  if (!component) return;
  const ended = await endedFor(db, change, component.kind);
  const leave = await findLeave(deps, db, componentId);
  for (const { plan } of await listActivePlansOf(db, componentId)) {
    const { id } = plan;
    if (ended)
      await send(deps, db, id, { id: `${seed}:leave.ended:${id}`, type: 'leave.ended', data: ended });
    if (leave) await tellStarted(deps, db, plan, { ...leave, seed, since: at });
  }
}
