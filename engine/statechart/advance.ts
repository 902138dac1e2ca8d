// One event given to one plan: the plan it becomes and what the shell shall do, or why not.
// Pure and deterministic; the plan given is never changed.
import type { PlanEvent } from '../model/event.ts';
import type { Situation } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Rejection, Step } from '../model/step.ts';
import { acceptedEvents, completes, taskOf } from './accepted-events.ts';
import { type ActiveTransition, activeTransitions } from './active-transitions.ts';
import { restoreChart } from './chart/chart-state.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { moveChart, selectFor, walkFrom } from './chart/run-chart.ts';
import type { ChartTransition } from './chart/tree.ts';
import { endStep, reject } from './end-step.ts';
import { beginDraft, type Draft, type Happening } from './step/draft.ts';
import { closeTask } from './step/tasks.ts';
import { hears, isDoneEvent, timerOf } from './structure/event-names.ts';
import { eventTypeOf, type Trigger } from './structure/transitions.ts';

export function advance(compiled: CompiledCycle, plan: Plan, event: PlanEvent, situation: Situation): Step {
  const chart = compiled[chartKey];
  if (plan.cycleId !== compiled.id || plan.cycleVersion !== compiled.version) return mismatch(compiled, plan);
  if (plan.status === 'ended') return reject({ code: 'plan-ended' });
  const raised = raisedBy(plan, event);
  const happening = raised ?? { type: event.type, data: event.data };
  const next = { ...plan, revision: plan.revision + 1 };
  const draft = beginDraft({ chart, situation, plan: next, happening });
  const snapshot = restoreChart(chart, plan, draft);
  if (!snapshot) return mismatch(compiled, plan);

  const waiting = activeTransitions(chart, plan).filter(({ trigger }) => isFor(trigger, happening.type));
  const refusal = raised ? null : refuse(compiled, plan, event, waiting);
  if (refusal) return reject(refusal);
  const walk = walkFrom(chart, draft, snapshot);
  const taken = selectFor(walk, happening);
  // An event that the cycle raised itself is spent, whether anything comes of it or not.
  const held = raised ? draft.fault : guardsRefuse(draft, taken, waiting);
  if (held) return reject(held);
  consume(draft, event.type);
  return endStep(chart, draft, moveChart(walk, taken));
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

const isFor = (trigger: Trigger, type: string): boolean =>
  trigger.kind === 'event' ? hears(trigger.type, type) : eventTypeOf(trigger) === type;

/** What was raised with a delay and is due now. */
function raisedBy(plan: Plan, event: PlanEvent): Happening | null {
  const timerId = timerOf(event.type);
  if (timerId === null || !isTimely(plan, event)) return null;
  const raises = plan.timers[timerId]?.raises;
  return raises ? { type: raises.type, data: raises.data } : null;
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
  if (isDoneEvent(event.type)) return false;
  return task === null || Object.hasOwn(plan.tasks, task);
}

/** When transitions wait for the event and none of their guards lets it pass, nothing at all happens. */
function guardsRefuse(
  draft: Draft,
  taken: readonly ChartTransition[],
  waiting: readonly ActiveTransition[],
): Rejection | null {
  if (waiting.length === 0 || taken.length > 0) return draft.fault;
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
