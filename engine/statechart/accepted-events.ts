// Which events a plan accepts now. Timers are left out: only the clock fires them.
import type { PlanEvent } from '../model/event.ts';
import type { Plan } from '../model/plan.ts';
import { activeTransitions } from './active-transitions.ts';
import { type CompiledCycle, chartKey } from './chart/compiled-cycle.ts';
import { countsAgain } from './step/recount-days.ts';
import { stopsClock } from './step/stand-still.ts';
import { hears, isDoneEvent, timerOf } from './structure/event-names.ts';
import { subjectOf } from './structure/subject-of.ts';

/** The task that an event tells of, if it is such an event. */
export const taskOf = (type: string): string | null => subjectOf(type).task;
export const completes = (type: string): boolean => subjectOf(type).completes;

/** In the order of the stages, innermost first; then the open tasks that no transition waits for. */
export function acceptedEvents(compiled: CompiledCycle, plan: Plan): string[] {
  if (plan.status === 'ended') return [];
  const listed = activeTransitions(compiled[chartKey], plan).flatMap(({ trigger }) =>
    trigger.kind === 'event' ? [trigger.type] : [],
  );
  const tasks = Object.keys(plan.tasks).map((key) => `task.${key}.completed`);
  return [...new Set([...listed, ...tasks])].filter(
    (type) => timerOf(type) === null && !isDoneEvent(type) && concernsOpenTask(plan, type),
  );
}

/** Whether a transition that could be taken now waits for the event, by its type or by a pattern. */
export const isAwaited = (compiled: CompiledCycle, plan: Plan, type: string): boolean =>
  acceptedEvents(compiled, plan).some((descriptor) => hears(descriptor, type)) &&
  concernsOpenTask(plan, type);

/** Whether the plan has a use for the event: a transition waits for it, or its due days move by it. */
export const isHeard = (
  compiled: CompiledCycle,
  plan: Plan,
  { type, data }: Pick<PlanEvent, 'type' | 'data'>,
): boolean =>
  plan.status === 'active' &&
  (isAwaited(compiled, plan, type) || stopsClock(plan, { type, data }) || countsAgain({ type, data }));

/** Whether any transition of the cycle waits for the event, wherever a plan would have to be. */
export function isHeardSomewhere(compiled: CompiledCycle, type: string): boolean {
  const { transitions, everywhere } = compiled[chartKey];
  return [...everywhere, ...[...transitions.values()].flat()].some(
    ({ trigger }) => trigger.kind === 'event' && hears(trigger.type, type),
  );
}

function concernsOpenTask(plan: Plan, type: string): boolean {
  const task = taskOf(type);
  return task === null || Object.hasOwn(plan.tasks, task);
}
