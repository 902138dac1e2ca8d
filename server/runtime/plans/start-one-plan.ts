// Starts one plan inside the commit that the caller has begun. Its id is given, so starting it twice is seen.
import { type CompiledCycle, type JsonObject, type Period, startPlan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { insertPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { tellOfLeaveUnderWay } from '../absences/leave-under-way.ts';
import { keepStep, writeLine } from './keep-step.ts';
import { readFacts } from './read-facts.ts';
import { describeRejection } from './rejections.ts';

export interface Starting {
  planId: string;
  componentId: string;
  compiled: CompiledCycle;
  period: Period;
  variables: JsonObject;
  launchId: string;
  actor: string;
}

/** Null when the plan has started, else why it could not; nothing is written then. */
export async function startOnePlan(deps: Deps, db: Db, starting: Starting): Promise<string | null> {
  const { planId, componentId, compiled, period, variables, launchId, actor } = starting;
  const at = deps.clock.now();
  const about = { componentId, period, at };
  const facts = await readFacts({ db, calendars: deps.calendars }, about, compiled.facts);
  if (!facts) return `There is no component ${componentId}. Create it, or leave it out.`;
  const step = startPlan(compiled, { id: planId, componentId, period, variables }, { at, facts });
  if (step.kind === 'rejected') return describeRejection(step.reason);
  const event = { id: `start:${launchId}`, type: 'plan.started', data: {} };
  const kept = { ...step, event, actor, at };
  const lastLine = await writeLine(db, kept, null);
  await insertPlan(db, { plan: step.plan, launchId, lastLine });
  await keepStep(db, kept);
  await tellOfLeaveUnderWay(deps, db, step.plan, at);
  return null;
}
