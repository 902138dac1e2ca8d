// Runs what happened to a plan through another version of its cycle, on a clock of its own. What the version
// would have done is only noted: its steps are kept, and their effects are performed by nobody.
import type { PlanEvent } from '../model/event.ts';
import type { Facts, Situation } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import { isFault, type Rejection, type Step } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import { isAwaited } from '../statechart/accepted-events.ts';
import { advance } from '../statechart/advance.ts';
import type { CompiledCycle } from '../statechart/chart/compiled-cycle.ts';
import { startPlan } from '../statechart/start-plan.ts';
import { evidenceOf, type RecordedPlan } from './recorded-plan.ts';
import { type Agenda, beginAgenda, heedEffects, type Next, whatComesNext } from './what-comes-next.ts';

/** More steps than this are taken for a plan that goes round for ever. */
const maxSteps = 5_000;

/** Something that happened and that the version does not listen to there, or that no guard let pass. */
export interface Unheard {
  at: Instant;
  event: PlanEvent;
  reason: Rejection;
}

export interface Replayed {
  /** Null when the version could not even start. */
  plan: Plan | null;
  /** The history that the plan would have had. */
  steps: RecordedStep[];
  unheard: Unheard[];
  /** Recorded answers to tasks that the version did not open, or not as often. */
  unused: PlanEvent[];
  /** The fault of the version that stopped it, or too many steps. */
  fault: Rejection | null;
  /** When something comes next to it that is known already; null: nothing does. */
  next: Instant | null;
}

const situationAt = (facts: Facts, at: Instant): Situation => ({
  at,
  facts: { ...facts, observations: facts.observations.filter((observation) => observation.at <= at) },
});

function keep(
  replayed: Replayed,
  agenda: Agenda,
  step: Extract<Step, { kind: 'moved' }>,
  next: Happened,
): void {
  const { plan, moves, effects } = step;
  const { revision, stage, outcome, score } = plan;
  replayed.plan = plan;
  replayed.steps.push({
    revision,
    at: next.at,
    actor: next.actor,
    event: next.event,
    moves,
    effects,
    stage,
    outcome,
    score,
  });
  replayed.unused.push(...heedEffects(agenda, effects, next.at).map(({ event }) => event));
}

type Happened = Pick<Next, 'at' | 'actor' | 'event'>;

function start(version: CompiledCycle, recorded: RecordedPlan, replayed: Replayed, agenda: Agenda): void {
  const first = recorded.steps[0];
  if (!first) return;
  const { planId: id, period, variables, facts } = recorded;
  const given = { id, componentId: facts.component.id, period, variables };
  const step = startPlan(version, given, situationAt(facts, first.at));
  if (step.kind === 'rejected') replayed.fault = step.reason;
  else keep(replayed, agenda, step, first);
}

/** The clock says that a task is overdue to versions that listen to it, and to no others. */
const concerns = (version: CompiledCycle, plan: Plan, { type }: PlanEvent): boolean =>
  !type.endsWith('.overdue') || isAwaited(version, plan, type);

/** Pauses now and then, so that whoever runs it can let others have their turn. */
export type InParts<Result> = Generator<void, Result>;

export function finish<Result>(parts: InParts<Result>): Result {
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}

/** A few milliseconds' worth. */
const stepsInPart = 25;

export function* replayInParts(
  version: CompiledCycle,
  recorded: RecordedPlan,
  until?: Instant,
): InParts<Replayed> {
  const replayed: Replayed = { plan: null, steps: [], unheard: [], unused: [], fault: null, next: null };
  const agenda = beginAgenda(evidenceOf(recorded.steps));
  start(version, recorded, replayed, agenda);
  let clock = recorded.steps[0]?.at ?? '';
  for (let count = 0; replayed.plan?.status === 'active' && !replayed.fault; count++) {
    const next = whatComesNext(agenda, replayed.plan);
    if (!next) break;
    if (until !== undefined && next.at > until) {
      replayed.next = next.at;
      break;
    }
    if (count % stepsInPart === stepsInPart - 1) yield;
    if (count >= maxSteps) replayed.fault = { code: 'too-many-steps', limit: maxSteps };
    next.take();
    if (next.at > clock) clock = next.at;
    give(version, recorded.facts, { replayed, agenda }, { ...next, at: clock });
  }
  const unasked = [...agenda.evidence.answers.values()]
    .flat()
    .flatMap((answer) => (answer ? [answer.event] : []));
  return { ...replayed, unused: [...replayed.unused, ...unasked] };
}

/**
 * Up to an instant, or, without one, until nothing more happens to the plan.
 * Goals, measures and plans below are taken as they are in the facts, whatever they were at the time.
 */
export const replayPlan = (version: CompiledCycle, recorded: RecordedPlan, until?: Instant): Replayed =>
  finish(replayInParts(version, recorded, until));

function give(
  version: CompiledCycle,
  facts: Facts,
  { replayed, agenda }: { replayed: Replayed; agenda: Agenda },
  next: Happened,
): void {
  const { plan } = replayed;
  if (!plan || !concerns(version, plan, next.event)) return;
  const step = advance(version, plan, next.event, situationAt(facts, next.at));
  if (step.kind === 'moved') keep(replayed, agenda, step, next);
  else if (isFault(step.reason)) replayed.fault = step.reason;
  else replayed.unheard.push({ at: next.at, event: next.event, reason: step.reason });
}
