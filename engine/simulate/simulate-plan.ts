// One plan from its start to its end: its queue gives what happens next, the engine steps, and what the step asks
// for goes into the queue or is counted. Nothing is ever done.

import type { Effect } from '../model/effect.ts';
import { grouped } from '../model/grouped.ts';
import { unreachable } from '../model/json.ts';
import { describeNo } from '../statechart/describe-no.ts';
import { startPlan } from '../statechart/start-plan.ts';
import { dayLength, millisecondsOf } from '../time/civil.ts';
import { type Children, newTrack, type Track } from './children.ts';
import { factsOf, give, keep, type Moved, type Passage } from './passage.ts';
import { drop, type Pending, takeFirst } from './pending.ts';
import type { Random } from './random.ts';
import { count } from './tally.ts';
import { closeWork, doWork, leaveWork, openWork } from './work.ts';
import type { OutsideEvent, World } from './world.ts';

/** A plan that takes more goes round for ever. */
const maxSteps = 5_000;
/** Events from outside come a minute apart at least. */
const leastDays = 1 / 1_440;

export interface Departure {
  /** The number of the component. */
  component: number;
  random: Random;
  children: Children;
}

/** Where the plan stood from when on, if the component above looks at it. */
export function simulatePlan(world: World, departure: Departure): Track | null {
  world.tally.plans += 1;
  const passage = depart(world, departure);
  if (!passage) return null;
  while (passage.plan.status === 'active' && passage.failure === null) {
    const next = takeFirst(passage.queue);
    if (next === null || next.at > world.horizon) break;
    passage.now = next.at;
    passage.at = world.instantOf(next.at);
    happen(passage, next);
    if (passage.steps > maxSteps) passage.failure ??= `A plan takes more than ${grouped(maxSteps)} steps.`;
  }
  conclude(passage);
  return passage.track;
}

function depart(world: World, { component, random, children }: Departure): Passage | null {
  const now = Math.round(world.start + world.starts(random) * dayLength);
  const own = factsOf(world, component);
  const drawn = world.results(own, random);
  const facts = world.seesChildren ? { ...drawn, children: children.at(now) } : drawn;
  const { period, variables } = world;
  const given = { id: 'simulated', componentId: own.component.id, period, variables };
  const at = world.instantOf(now);
  const situation = { at, facts };
  const step = startPlan(world.compiled, given, situation);
  world.tally.steps += 1;
  if (step.kind === 'rejected') {
    fail(world, describeNo(step.reason));
    return null;
  }
  const passage: Passage = {
    world,
    component,
    random,
    children,
    began: now,
    plan: step.plan,
    goals: world.ownGoals(own),
    clock: world.clockOf(own),
    facts,
    now,
    at,
    steps: 1,
    queue: [],
    open: new Map(),
    stays: new Map(),
    late: false,
    failure: null,
    track: world.seesChildren ? newTrack(componentId(world, component)) : null,
  };
  settle(passage, step);
  for (const event of world.outside) expectOutside(passage, event);
  if (world.hears('children.settled'))
    for (const end of children.settled) if (end >= now) passage.queue.push({ kind: 'children', at: end });
  return passage;
}

const componentId = ({ organisation }: World, component: number): string =>
  organisation.components[component]?.id ?? '';

function expectOutside({ queue, now, random }: Passage, event: OutsideEvent): void {
  const days = Math.max(leastDays, event.days(random));
  queue.push({ kind: 'outside', event, at: Math.round(now + days * dayLength) });
}

/** A "no" changes nothing: a timer is spent, and what came from outside was not heard. */
function happen(passage: Passage, pending: Pending): void {
  const step = stepFor(passage, pending);
  if (step) settle(passage, step);
  if (pending.kind === 'outside') expectOutside(passage, pending.event);
}

function stepFor(passage: Passage, pending: Pending): Moved | null {
  switch (pending.kind) {
    case 'timer':
      return movedBy(passage, `timer.${pending.id}`, { activation: pending.activation });
    case 'children':
      return movedBy(passage, 'children.settled', {});
    case 'outside':
      return movedBy(passage, pending.event.type, pending.event.data);
    case 'overdue':
      return movedBy(passage, pending.work.working.overdue, {});
    case 'work':
      return doWork(passage, pending.work);
    default:
      return unreachable(pending);
  }
}

function movedBy(passage: Passage, ...given: [type: string, data: Parameters<typeof give>[2]]): Moved | null {
  const step = give(passage, ...given);
  return step.kind === 'moved' ? step : null;
}

function settle(passage: Passage, step: Moved): void {
  keep(passage, step);
  for (const effect of step.effects) {
    expect(passage, effect);
    const counted = countedAs(effect);
    if (counted !== null) count(passage.world.tally.effects, counted);
  }
}

/** What an effect asks for later goes into the queue. */
function expect(passage: Passage, effect: Effect): void {
  const { queue, now } = passage;
  if (effect.type === 'open-task') openWork(passage, effect);
  else if (effect.type === 'close-task') closeWork(passage, effect.key, effect.because === 'completed');
  else if (effect.type === 'arm-timer') {
    const { timerId: id, activation, dueAt } = effect;
    queue.push({ kind: 'timer', id, activation, at: Math.max(now, millisecondsOf(dueAt)) });
  } else if (effect.type === 'cancel-timer') {
    drop(queue, (pending) => pending.kind === 'timer' && pending.id === effect.timerId);
  }
}

/** What it asks for now is only counted. */
function countedAs(effect: Effect): string | null {
  switch (effect.type) {
    case 'emit':
      return `emit ${effect.event}`;
    case 'start-plan':
      return `start ${effect.cycleId} for ${effect.for}`;
    case 'notify':
    case 'reward':
    case 'intervene':
      return effect.type;
    default:
      return null;
  }
}

function fail({ tally }: World, failure: string): void {
  tally.failed += 1;
  tally.failure ??= failure;
}

function conclude(passage: Passage): void {
  const { world, plan, failure, stays, now, began, steps } = passage;
  const { tally } = world;
  if (plan.status === 'active') {
    passage.now = failure === null ? world.horizon : now;
    passage.at = world.instantOf(passage.now);
  }
  leaveWork(passage);
  for (const { tally: stage, days } of stays.values()) stage.totals.push(days);
  tally.steps += steps - 1;
  if (passage.late) tally.breached += 1;
  if (failure !== null) fail(world, failure);
  else if (plan.status === 'active') tally.unfinished += 1;
  else {
    tally.days.push((now - began) / dayLength);
    tally.rounds.push(plan.round);
    count(tally.outcomes, plan.outcome);
    count(tally.endings, plan.ending);
    return;
  }
  for (const { tally: stage, since } of stays.values()) if (since !== null) stage.left += 1;
}
