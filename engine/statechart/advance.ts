// One event given to one plan: the plan it becomes and what the shell shall do, or why not.
// Pure and deterministic; the plan given is never changed.
import type { PlanEvent } from '../model/event.ts';
import type { Situation } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Rejection, Step } from '../model/step.ts';
import { acceptedEvents } from './accepted-events.ts';
import type { ActiveTransition } from './active-transitions.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { moveChart, selectFor } from './chart/run-chart.ts';
import type { Standing } from './chart/standing.ts';
import { standingOf } from './chart/standings.ts';
import type { ChartTransition } from './chart/tree.ts';
import { endStep, reject } from './end-step.ts';
import { actByItself, actsByItself } from './step/by-itself.ts';
import { beginDraft, type Draft, type Happening } from './step/draft.ts';
import { closeTask } from './step/tasks.ts';
import { spendTimer } from './step/timers.ts';
import { hears, isDoneEvent } from './structure/event-names.ts';
import { type Subject, subjectOf } from './structure/subject-of.ts';
import { eventTypeOf, type Trigger } from './structure/transitions.ts';

export function advance(compiled: CompiledCycle, plan: Plan, event: PlanEvent, situation: Situation): Step {
  const chart = compiled[chartKey];
  if (plan.cycleId !== compiled.id || plan.cycleVersion !== compiled.version) return mismatch(compiled, plan);
  if (plan.status === 'ended') return reject({ code: 'plan-ended' });
  const from = standingOf(chart, plan);
  if (!from) return mismatch(compiled, plan);

  const subject = chart.subjects.get(event.type) ?? subjectOf(event.type);
  const raised = raisedBy(plan, event, subject);
  const happening = raised ?? { type: event.type, data: event.data };
  const waiting = waitingFor(from, happening.type);
  const isUnasked = waiting.length === 0;
  const byItself = isUnasked && actsByItself(plan, happening);
  const heard = raised !== null || !isUnasked || subject.completes || byItself;
  if (!heard || !isTimely(plan, event, subject)) {
    return reject({ code: 'event-not-accepted', type: event.type, accepted: acceptedEvents(compiled, plan) });
  }
  const draft = beginDraft({ chart, situation, plan, happening, active: from.stages });
  draft.plan.revision += 1;
  const first = selectFor(draft, from, happening);
  // An event that the cycle raised itself is spent, whether anything comes of it or not.
  const held = raised ? draft.fault : guardsRefuse(draft, first, waiting);
  if (held) return reject(held);
  if (byItself) actByItself(draft, happening);
  consume(draft, subject);
  return endStep(draft, moveChart(chart, draft, { from, first }));
}

/** A place that the chart does not have is a plan of another cycle, whatever it says. */
const mismatch = (compiled: CompiledCycle, plan: Plan): Step =>
  reject({
    code: 'cycle-mismatch',
    expected: `${compiled.id} ${compiled.version}`,
    given: `${plan.cycleId} ${plan.cycleVersion}`,
  });

const none: readonly ActiveTransition[] = [];

const waitingFor = ({ waiting, waitingFor: byType }: Standing, type: string): readonly ActiveTransition[] =>
  byType ? (byType.get(type) ?? none) : waiting.filter(({ trigger }) => isFor(trigger, type));

const isFor = (trigger: Trigger, type: string): boolean =>
  trigger.kind === 'event' ? hears(trigger.type, type) : eventTypeOf(trigger) === type;

/** What was raised with a delay and is due now. */
function raisedBy(plan: Plan, event: PlanEvent, subject: Subject): Happening | null {
  if (subject.timer === null || !isTimely(plan, event, subject)) return null;
  const raises = plan.timers[subject.timer]?.raises;
  return raises ? { type: raises.type, data: raises.data } : null;
}

/** A timer is heard while it is armed, in the stay that armed it; a task's events while the task is open. */
function isTimely(plan: Plan, { type, data }: PlanEvent, { task, timer }: Subject): boolean {
  if (task !== null) return Object.hasOwn(plan.tasks, task);
  if (timer === null) return !isDoneEvent(type);
  const armed = Object.hasOwn(plan.timers, timer) ? plan.timers[timer] : undefined;
  return armed !== undefined && (data.activation === undefined || data.activation === armed.activation);
}

/** When transitions wait for the event and none of their guards lets it pass, nothing at all happens. */
function guardsRefuse(
  draft: Draft,
  taken: readonly ChartTransition[],
  waiting: readonly ActiveTransition[],
): Rejection | null {
  if (waiting.length === 0 || taken.length > 0) return draft.fault;
  const refusals = waiting.map(({ stage, transition: { to, guard, description } }) => ({
    stage,
    to: to ?? null,
    guard: guard ?? '',
    ...(description ? { words: description } : {}),
  }));
  return draft.fault ?? { code: 'guards-refused', type: draft.happening.type, refusals };
}

/** A completed task is closed and a fired timer is spent, whatever the transition does. */
function consume(draft: Draft, { task, completes, timer }: Subject): void {
  if (task !== null && completes) closeTask(draft, task, 'completed');
  if (timer !== null) spendTimer(draft, timer);
}
