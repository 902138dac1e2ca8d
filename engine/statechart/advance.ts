// One event given to one plan: the plan it becomes and what the shell shall do, or why not.
// Pure and deterministic; the plan given is never changed.
import type { PlanEvent } from '../model/event.ts';
import type { Situation } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Rejection, Step } from '../model/step.ts';
import { acceptedEvents } from './accepted-events.ts';
import { type Chart, type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import type { ActiveTransition } from './chart/place.ts';
import { placeOf, receptionOf, waitingFor } from './chart/places.ts';
import { hears, moveChart } from './chart/run-chart.ts';
import { endStep, reject } from './end-step.ts';
import { beginDraft, type Draft } from './step/draft.ts';
import { closeTask } from './step/tasks.ts';
import { type Subject, subjectOf } from './subject-of.ts';

export function advance(compiled: CompiledCycle, plan: Plan, event: PlanEvent, situation: Situation): Step {
  const chart = compiled[chartKey];
  if (plan.cycleId !== compiled.id || plan.cycleVersion !== compiled.version) return mismatch(compiled, plan);
  if (plan.status === 'ended') return reject({ code: 'plan-ended' });
  const place = placeOf(chart, plan);
  if (!place) return mismatch(compiled, plan);

  const waiting = waitingFor(place, event.type);
  const subject = subjectOf(event.type);
  if (!(waiting.length > 0 || subject.completes) || !isTimely(plan, event, subject))
    return reject({ code: 'event-not-accepted', type: event.type, accepted: acceptedEvents(compiled, plan) });

  const reception = receptionOf(place, event.type);
  const begin = () => draftOf(chart, plan, { event, situation });
  const draft = begin();
  consume(draft, subject);
  const rest = moveChart(chart, reception, { plan, draft });
  if (waiting.length > 0 && !isTaken(draft, waiting)) {
    const untouched = begin();
    if (!hears(chart, reception, { plan, draft: untouched }))
      return reject(guardsRefused(untouched, waiting));
  }
  return endStep(chart, draft, rest);
}

const draftOf = (chart: Chart, plan: Plan, given: { event: PlanEvent; situation: Situation }): Draft =>
  beginDraft({
    memory: chart.memory,
    situation: given.situation,
    plan: { ...plan, revision: plan.revision + 1 },
    happening: { type: given.event.type, data: given.event.data },
  });

/** The event's own transitions come before those that it leads to. */
const isTaken = ({ moves: { transitions } }: Draft, waiting: readonly ActiveTransition[]): boolean =>
  waiting.some(({ pointer }) => pointer === transitions[0]);

/** A place that the chart does not have is a plan of another cycle, whatever it says. */
const mismatch = (compiled: CompiledCycle, plan: Plan): Step =>
  reject({
    code: 'cycle-mismatch',
    expected: `${compiled.id} ${compiled.version}`,
    given: `${plan.cycleId} ${plan.cycleVersion}`,
  });

/** A timer is heard while it is armed, in the stay that armed it; a task's events while the task is open. */
function isTimely(plan: Plan, { data }: PlanEvent, { task, timer }: Subject): boolean {
  if (task !== null) return Object.hasOwn(plan.tasks, task);
  if (timer === null) return true;
  const armed = Object.hasOwn(plan.timers, timer) ? plan.timers[timer] : undefined;
  return armed !== undefined && (data.activation === undefined || data.activation === armed.activation);
}

/** When transitions wait for the event and none of their guards lets it pass, nothing at all happens. */
function guardsRefused(draft: Draft, waiting: readonly ActiveTransition[]): Rejection {
  const refusals = waiting.map(({ stage, transition: { to, guard } }) => ({
    stage,
    to: to ?? null,
    guard: guard ?? '',
  }));
  return draft.fault ?? { code: 'guards-refused', type: draft.happening.type, refusals };
}

/** A completed task is closed and a fired timer is spent, whatever the transition does. */
function consume(draft: Draft, { task, completes, timer }: Subject): void {
  if (task !== null && completes) closeTask(draft, task, 'completed');
  if (timer !== null) delete draft.plan.timers[timer];
}
