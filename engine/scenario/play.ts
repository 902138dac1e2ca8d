// A plan on its way through a scenario: what happens to it, one thing after the other, and in between all that falls
// due by itself. Every step is the engine's own.

import { checkResult } from '../forms/check-result.ts';
import type { CycleTask } from '../model/cycle.ts';
import type { Effect } from '../model/effect.ts';
import type { Facts } from '../model/facts.ts';
import { formSchemas } from '../model/forms.ts';
import { grouped } from '../model/grouped.ts';
import type { JsonObject } from '../model/json.ts';
import type { Observation } from '../model/measure.ts';
import type { Plan } from '../model/plan.ts';
import type { ScenarioStep } from '../model/scenario.ts';
import { isFault, type Rejection, type StageMove, type Step } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import { isHeardSomewhere } from '../statechart/accepted-events.ts';
import { advance } from '../statechart/advance.ts';
import { type CompiledCycle, chartKey } from '../statechart/chart/compiled-cycle.ts';
import { describeNo } from '../statechart/describe-no.ts';
import { startPlan } from '../statechart/start-plan.ts';
import { addSpan } from '../time/add-span.ts';
import { canonicalInstant, startOfDay } from '../time/instant.ts';
import { isSpan } from '../time/span.ts';
import { observationFrom, type Setting } from './setting.ts';

/** Steps of one plan; one that takes more goes round without end. */
const maxMoves = 2_000;

export interface Play {
  readonly compiled: CompiledCycle;
  readonly plan: Plan;
  readonly facts: Facts;
  readonly now: Instant;
  /** Of the whole scenario, in order. */
  readonly effects: readonly Effect[];
  readonly moves: readonly StageMove[];
  /** Timers that fired and overdue tasks that were told of: once each. */
  readonly past: ReadonlySet<string>;
}

/** How a part of a scenario went: the plan goes on, or a reason why it did not. */
export type Played =
  | { kind: 'on'; play: Play }
  | { kind: 'refused'; why: string }
  | { kind: 'broken'; why: string };

const on = (play: Play): Played => ({ kind: 'on', play });
const broken = (why: string): Played => ({ kind: 'broken', why });

export function begin(compiled: CompiledCycle, { start, period, variables, facts }: Setting): Played {
  const given = { id: 'scenario', componentId: facts.component.id, period, variables };
  const step = startPlan(compiled, given, { at: start, facts });
  if (step.kind === 'rejected') return broken(describeNo(step.reason));
  const { plan, effects, moves } = step;
  return on({ compiled, plan, facts, now: start, effects, moves: [moves], past: new Set() });
}

interface Happening {
  type: string;
  data: JsonObject;
}

const stepWith = ({ compiled, plan, facts, now }: Play, { type, data }: Happening): Step =>
  advance(compiled, plan, { id: 'scenario', type, data }, { at: now, facts });

const moved = (play: Play, { plan, effects, moves }: Extract<Step, { kind: 'moved' }>): Play => ({
  ...play,
  plan,
  effects: [...play.effects, ...effects],
  moves: [...play.moves, moves],
});

const no = (reason: Rejection): Played => ({
  kind: isFault(reason) ? 'broken' : 'refused',
  why: describeNo(reason),
});

function give(play: Play, happening: Happening): Played {
  const step = stepWith(play, happening);
  return step.kind === 'moved' ? on(moved(play, step)) : no(step.reason);
}

export interface Due {
  key: string;
  at: Instant;
  happening: Happening;
}

/** What falls due next, up to an instant. */
export function nextDue(play: Play, until: Instant): Due | null {
  const { plan, past } = play;
  const timers = Object.entries(plan.timers).map(
    ([id, { dueAt, activation }]): Due => ({
      key: `timer ${id} ${activation}`,
      at: dueAt,
      happening: { type: `timer.${id}`, data: { activation } },
    }),
  );
  const overdue = Object.entries(plan.tasks).flatMap(([key, { dueAt, activation }]): Due[] => {
    const type = `task.${key}.overdue`;
    if (dueAt === null || !isHeardSomewhere(play.compiled, type)) return [];
    return [{ key: `overdue ${key} ${activation}`, at: dueAt, happening: { type, data: {} } }];
  });
  const due = [...timers, ...overdue].filter(({ key, at }) => at <= until && !past.has(key));
  return due.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))[0] ?? null;
}

/** A timer whose guard does not hold is spent, as it is on a server. */
function fire(play: Play, { key, at, happening }: Due): Played {
  const then = { ...play, now: at > play.now ? at : play.now, past: new Set([...play.past, key]) };
  const step = stepWith(then, happening);
  if (step.kind === 'moved') return on(moved(then, step));
  return isFault(step.reason) ? no(step.reason) : on(then);
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Null for text that is neither a span nor a day nor an instant. */
function instantAfter({ now, facts: { calendar } }: Play, text: string): Instant | null {
  try {
    if (isSpan(text)) return addSpan(now, text, calendar);
    return dayPattern.test(text) ? startOfDay(text, calendar.zone) : canonicalInstant(text);
  } catch {
    return null;
  }
}

function wait(play: Play, text: string): Played {
  const until = instantAfter(play, text);
  if (until === null)
    return broken(
      `"${text}" is neither a span such as P3M or 10bd, nor a day or an instant. Say how long to wait.`,
    );
  if (until < play.now) return broken(`It is ${play.now} already, and ${until} lies before that.`);
  let at = play;
  while (at.plan.status === 'active') {
    const due = nextDue(at, until);
    if (due === null) break;
    if (at.moves.length > maxMoves) return broken(`The plan takes more than ${grouped(maxMoves)} steps.`);
    const fired = fire(at, due);
    if (fired.kind !== 'on') return fired;
    at = fired.play;
  }
  return on({ ...at, now: until });
}

function formOf({ compiled }: Play, key: string) {
  for (const { stage } of compiled[chartKey].index.values()) {
    const tasks = 'tasks' in stage ? stage.tasks : undefined;
    const task = tasks && Object.hasOwn(tasks, key) ? tasks[key] : undefined;
    if (task) return task.form;
  }
  return null;
}

function misfit(form: CycleTask['form'] | null, key: string, result: JsonObject): string | null {
  const checked = form === null ? null : checkResult(form, result);
  if (checked?.kind !== 'misfits') return null;
  const issues = checked.issues.map(({ path, message }) => `${path.join('.') || 'result'}: ${message}`);
  return `The result does not fit the form of ${key}: ${issues.join('; ')}`;
}

function complete(play: Play, key: string, { result = {}, by = 'somebody' }: ScenarioStep): Played {
  const form = formOf(play, key);
  const why = misfit(form, key, result);
  if (why !== null) return { kind: 'refused', why };
  const open = Object.keys(play.plan.tasks);
  if (!open.includes(key))
    return { kind: 'refused', why: `The task ${key} is not open. Open: ${open.join(', ') || 'none'}.` };
  const observed = form === 'observation' ? formSchemas.observation.parse(result).observations : [];
  const known = observed.reduce((before, one) => withObservation(before, one), play);
  const data = { result, results: [result], completedBy: by };
  const given = give(known, { type: `task.${key}.completed`, data });
  if (given.kind !== 'on') return given;
  return known.facts.observations
    .slice(play.facts.observations.length)
    .reduce<Played>((so, one) => (so.kind === 'on' ? tell(so.play, one) : so), given);
}

type Seen = Parameters<typeof observationFrom>[0];

function withObservation(play: Play, seen: Seen): Play {
  const { facts, plan, now } = play;
  const { component, observations } = facts;
  const observing = { component, period: plan.period, at: now, number: observations.length + 1 };
  return { ...play, facts: { ...facts, observations: [...observations, observationFrom(seen, observing)] } };
}

/** Recorded it is, whether the plan listens or not. */
function tell(play: Play, { id: observationId, ...observation }: Observation): Played {
  const { measureId, periodStart, periodEnd, value, status } = observation;
  const data = { observationId, measureId, periodStart, periodEnd, value, status };
  const given = give(play, { type: 'observation.recorded', data });
  return given.kind === 'refused' ? on(play) : given;
}

function observe(play: Play, measureId: string, { value, period }: ScenarioStep): Played {
  const over = period ? { periodStart: period.start, periodEnd: period.end } : {};
  const known = withObservation(play, { measureId, value: value ?? null, ...over });
  const recorded = known.facts.observations.at(-1);
  return recorded ? tell(known, recorded) : on(known);
}

export function playStep(play: Play, step: ScenarioStep): Played {
  if (step.wait !== undefined) return wait(play, step.wait);
  if (step.complete !== undefined) return complete(play, step.complete, step);
  if (step.observe !== undefined) return observe(play, step.observe, step);
  if (step.event !== undefined) return give(play, { type: step.event, data: step.data ?? {} });
  return on(play);
}
