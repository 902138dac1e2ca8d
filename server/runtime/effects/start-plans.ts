// Starts another cycle for the component, its children or its parent: as a launch, which has its own commits,
// so that what fails there fails alone and is seen.
import { type Cycle, type Effect, localDateOf, type Period, toAnonymity } from '../../../engine/index.ts';
import { anonymityOf } from '../../store/queries/answers.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import { lineageOf, listChildIds } from '../../store/queries/facts.ts';
import { fiscalPeriod } from '../../store/queries/fiscal-period.ts';
import { insertLaunch, insertLaunchItems } from '../../store/queries/launches.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { CycleVersionRow } from '../../store/schema/cycles.ts';
import { type Applying, stepId } from './applying.ts';
import { notifyAll } from './notify.ts';

type StartPlanEffect = Extract<Effect, { type: 'start-plan' }>;

async function componentsFor({ db, plan }: Applying, relation: StartPlanEffect['for']): Promise<string[]> {
  if (relation === 'component') return [plan.componentId];
  if (relation === 'children') return listChildIds(db, plan.componentId);
  const parent = (await lineageOf(db, plan.componentId))[1];
  return parent ? [parent.id] : [];
}

/**
 * A plan whose period is over has none to pass on to its next round, nor to a cycle of which several fit into a year: they
 * get that of today. What follows from it, such as support, is about the same days.
 */
async function periodFor(
  { db, plan, at }: Applying,
  { cycleId, document }: CycleVersionRow,
): Promise<Period> {
  const today = localDateOf(at, await componentZone(db, plan.componentId));
  if (today <= plan.period.end) return plan.period;
  const { cadence = 'year' }: Cycle = JSON.parse(document);
  const hasOwn = cycleId === plan.cycleId || cadence !== 'year';
  return hasOwn ? fiscalPeriod(db, today, cadence) : plan.period;
}

export async function startPlans(applying: Applying, effect: StartPlanEffect, index: number): Promise<void> {
  const { db, plan, at } = applying;
  const componentIds = await componentsFor(applying, effect.for);
  if (componentIds.length === 0) return;
  const launchId = stepId(applying, 'launch', index);
  const latest = await findCycleVersion(db, effect.cycleId);
  const problem = latest
    ? null
    : `The cycle ${effect.cycleId} has no published version. Publish it and launch it.`;
  await insertLaunch(db, {
    id: launchId,
    cycleId: effect.cycleId,
    version: latest?.version ?? 0,
    period: latest ? await periodFor(applying, latest) : plan.period,
    variables: {},
    originPlanId: plan.id,
    // Its designer decides how often a cycle starts another.
    again: true,
    anonymity: toAnonymity(await anonymityOf(db, plan.id)),
    status: latest ? 'running' : 'done',
    total: componentIds.length,
    createdAt: at,
    createdBy: 'system',
    finishedAt: latest ? null : at,
  });
  await insertLaunchItems(db, { launchId, componentIds, problem });
  if (problem !== null) await notifyAll(applying, { to: 'role:admin', message: problem, index });
}
