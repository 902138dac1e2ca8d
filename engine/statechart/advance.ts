// One event given to one plan: the plan it becomes and what the shell shall do, or why not.
// Pure and deterministic; the plan given is never changed.
import type { PlanEvent } from '../model/event.ts';
import type { Situation } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Rejection, Step } from '../model/step.ts';
import { acceptedEvents, completes, taskOf, timerOf } from './accepted-events.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import type { ActiveTransition } from './chart/place.ts';
import { placeOf, receptionOf, waitingFor } from './chart/places.ts';
import { hears, moveChart } from './chart/run-chart.ts';
import { endStep, reject } from './end-step.ts';
import { beginDraft, type Draft } from './step/draft.ts';
import { closeTask } from './step/tasks.ts';

export function advance(compiled: CompiledCycle, plan: Plan, event: PlanEvent, situation: Situation): Step {
  const chart = compiled[chartKey];
  if (plan.cycleId !== compiled.id || plan.cycleVersion !== compiled.version) return mismatch(compiled, plan);
  if (plan.status === 'ended') return reject({ code: 'plan-ended' });
  const happening = { type: event.type, data: event.data };
  const next = { ...plan, revision: plan.revision + 1 };
  const draft = beginDraft({ memory: chart.memory, situation, plan: next, happening });
  const place = placeOf(chart, plan);
  if (!place) return mismatch(compiled, plan);

  const waiting = waitingFor(place, event.type);
  const refusal = refuse(compiled, plan, event, waiting);
  if (refusal) return reject(refusal);
  const reception = receptionOf(place, event.type);
  const standing = { plan, draft };
  if (waiting.length > 0 && !hears(chart, reception, standing)) return reject(guardsRefused(draft, waiting));
  if (draft.fault) return reject(draft.fault);
  consume(draft, event.type);
  return endStep(draft, moveChart(chart, reception, standing));
}

/** A place that the chart does not have is a plan of another cycle, whatever it says. */
const mismatch = (compiled: CompiledCycle, plan: Plan): Step =>
  reject({
    code: 'cycle-mismatch',
    expected: `${compiled.id} ${compiled.version}`,
    given: `${plan.cycleId} ${plan.cycleVersion}`,
  });

function refuse(
  compiled: CompiledCycle,
  plan: Plan,
  event: PlanEvent,
  waiting: readonly ActiveTransition[],
): Rejection | null {
  const heard = waiting.length > 0 || completes(event.type);
  if (heard && isTimely(plan, event)) return null;
  return { code: 'event-not-accepted', type: event.type, accepted: acceptedEvents(compiled, plan) };
}

/** A timer is heard while it is armed, in the stay that armed it; a task's events while the task is open. */
function isTimely(plan: Plan, event: PlanEvent): boolean {
  const timerId = timerOf(event.type);
  const task = taskOf(event.type);
  if (timerId !== null) {
    const timer = Object.hasOwn(plan.timers, timerId) ? plan.timers[timerId] : undefined;
    const activation = event.data.activation;
    return timer !== undefined && (activation === undefined || activation === timer.activation);
  }
  return task === null || Object.hasOwn(plan.tasks, task);
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
function consume(draft: Draft, type: string): void {
  const task = completes(type) ? taskOf(type) : null;
  const timerId = timerOf(type);
  if (task !== null) closeTask(draft, task, 'completed');
  if (timerId !== null) delete draft.plan.timers[timerId];
}
