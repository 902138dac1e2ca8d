// One event given to one plan, inside the commit that the caller has begun. Nothing is written unless the
// plan moves, or its cycle is at fault: then an incident keeps the event and the plan waits.
import { isDeepStrictEqual } from 'node:util';
import {
  advance,
  type CompiledCycle,
  type Effect,
  isFault,
  type Plan,
  type PlanEvent,
  type Rejection,
  type Situation,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findHistoryLine } from '../../store/queries/history.ts';
import { type Received, receivePlan, updatePlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { recordIncident } from './incidents.ts';
import { keepStep, writeLine } from './keep-step.ts';
import { type PlanSummary, summaryAt, toSummary } from './plan-summary.ts';
import { readFacts } from './read-facts.ts';
import { describeRejection, toProblemError } from './rejections.ts';

export interface Sending {
  planId: string;
  event: PlanEvent;
  /** A person's id, `token` or `system`. */
  actor: string;
  /** The revision that the sender has seen; another one now and nothing happens. */
  expectedRevision?: number | undefined;
}

export interface Moved {
  kind: 'moved';
  plan: PlanSummary;
  effects: Effect[];
  /** The event was taken before; this is what it gave then, and nothing happened now. */
  repeated: boolean;
}
export type Stepped =
  | Moved
  | { kind: 'incident'; incidentId: string; message: string }
  | { kind: 'rejected'; reason: Rejection; plan: Plan };

async function compiledFor({ cycles }: Deps, db: Db, plan: Plan): Promise<CompiledCycle> {
  const compiled = await cycles.find(db, plan.cycleId, plan.cycleVersion);
  if (compiled) return compiled;
  throw new Error(`Version ${plan.cycleVersion} of ${plan.cycleId} is not there, but ${plan.id} follows it.`);
}

/** The compiled cycle of a plan, and what the plan may know now. */
export async function situationOf(
  deps: Deps,
  db: Db,
  plan: Plan,
): Promise<{ compiled: CompiledCycle; situation: Situation }> {
  const compiled = await compiledFor(deps, db, plan);
  const at = deps.clock.now();
  const { componentId, period } = plan;
  const facts = await readFacts(
    { db, calendars: deps.calendars },
    { planId: plan.id, componentId, period, at },
    compiled.facts,
  );
  if (!facts) throw new Error(`The component ${componentId} is not there, but ${plan.id} is its plan.`);
  return { compiled, situation: { at, facts } };
}

/** Sent again with the same id, an event must say the same. */
async function repeat(db: Db, { plan, takenAs }: Received, event: PlanEvent): Promise<Moved | null> {
  if (takenAs === null) return null;
  const line = await findHistoryLine(db, plan.id, takenAs);
  if (!line) throw new Error(`${plan.id} has taken ${event.id}, but its history lacks ${takenAs}.`);
  if (!isDeepStrictEqual(line.event, event))
    throw new ProblemError(
      'conflict',
      `The event id ${event.id} was used for another event of this plan; nothing was changed. Send this one with an id of its own.`,
    );
  return { kind: 'moved', plan: summaryAt(plan, line), effects: line.effects, repeated: true };
}

const stale = (plan: Plan): ProblemError =>
  new ProblemError(
    'stale',
    `The plan is at revision ${plan.revision} by now; nothing was changed. Look at it again and decide anew.`,
  );

/**
 * Rejections are given back, for callers to whom a "no" is an ordinary answer.
 * @throws ProblemError not-found; stale; conflict when the event's id was used for another event.
 */
export async function tryStep(deps: Deps, db: Db, sending: Sending): Promise<Stepped> {
  const { planId, event, actor, expectedRevision } = sending;
  const received = await receivePlan(db, planId, event.id);
  if (!received) throw notFound('plan');
  const before = await repeat(db, received, event);
  if (before) return before;
  const { plan } = received;
  if (expectedRevision !== undefined && expectedRevision !== plan.revision) throw stale(plan);
  const { compiled, situation } = await situationOf(deps, db, plan);
  const { at } = situation;
  const step = advance(compiled, plan, event, situation);
  if (step.kind === 'rejected') {
    if (!isFault(step.reason)) return { ...step, plan };
    const message = describeRejection(step.reason);
    const incidentId = await recordIncident(deps, db, {
      plan,
      event,
      actor,
      at,
      code: step.reason.code,
      message,
    });
    return { kind: 'incident', incidentId, message };
  }
  const kept = { ...step, event, actor, at };
  const line = await writeLine(db, kept, received.lastLine);
  if (!(await updatePlan(db, step.plan, line))) throw stale(plan);
  await keepStep(db, kept);
  return { kind: 'moved', plan: toSummary(step.plan), effects: step.effects, repeated: false };
}

/**
 * Like `tryStep`, for callers whose whole command fails when the event is rejected.
 * @throws ProblemError event-not-accepted and guards-refused too. An incident is given back: it must be committed.
 */
export async function stepPlan(
  deps: Deps,
  db: Db,
  sending: Sending,
): Promise<Exclude<Stepped, { kind: 'rejected' }>> {
  const stepped = await tryStep(deps, db, sending);
  if (stepped.kind === 'rejected') throw toProblemError(stepped.reason);
  return stepped;
}
