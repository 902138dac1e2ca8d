// All that the plans of a simulation share: the cycle, the organisation, and how chance is drawn for each of them.
import type { Cycle, CycleTask } from '../model/cycle.ts';
import type { Facts } from '../model/facts.ts';
import type { Goal } from '../model/goal.ts';
import type { TaskKey } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import type { Assumptions, Duration, SimulationOptions } from '../model/simulation.ts';
import type { Instant, Period } from '../model/time.ts';
import { isHeardSomewhere } from '../statechart/accepted-events.ts';
import type { CompiledCycle } from '../statechart/chart/compiled-cycle.ts';

import { listStages } from '../statechart/structure/stage-index.ts';
import { monthsOf } from '../time/cadences.ts';
import {
  dateOfDay,
  dayLength,
  dayNumber,
  makeInstantWriter,
  millisecondsOf,
  weekOfDay,
} from '../time/civil.ts';
import { canonicalInstant } from '../time/instant.ts';
import { type DrawResult, resultDrawer } from './choices.ts';
import { type Draw, drawer } from './draw.ts';
import { type Directory, makeDirectory, type SimulatedOrganisation } from './organisation.ts';
import { type DrawResults, resultsDrawer } from './results.ts';
import { newTally, type Tally } from './tally.ts';
import { makeWorkClock, type WorkClock } from './work-clock.ts';

/** How one kind of task is worked. */
export interface Working {
  duration: Draw;
  unit: Duration['unit'];
  together: boolean;
  result: DrawResult;
  minutes: number;
  /** The events that tell of it. */
  completed: string;
  overdue: string;
}

export interface OutsideEvent {
  type: string;
  days: Draw;
  data: JsonObject;
}

export interface World {
  compiled: CompiledCycle;
  organisation: SimulatedOrganisation;
  directory: Directory;
  period: Period;
  variables: JsonObject;
  /** Milliseconds since 1970. */
  start: number;
  horizon: number;
  /** Days after the start. */
  starts: Draw;
  results: DrawResults;
  outside: readonly OutsideEvent[];
  /** Whether some transition of the cycle waits for events of the type. */
  hears(type: string): boolean;
  seesChildren: boolean;
  working(key: TaskKey, form: CycleTask['form']): Working;
  /** The component's own goals, always the same list for the same facts. */
  ownGoals(facts: Facts): readonly Goal[];
  clockOf(facts: Facts): WorkClock;
  instantOf(milliseconds: number): Instant;
  /** Minutes that a week can take. */
  limit: number;
  tally: Tally;
}

const defaultStart: Instant = '2026-01-05T09:00:00.000Z';
const defaultHorizonDays = 3_653;
const aboutAWeek: Duration = { unit: 'working-days', of: { kind: 'lognormal', mean: 5, sd: 4 } };
const defaultMinutes = 30;
const defaultLimit = 600;
const defaultResults = { kind: 'shares', below: 0.25, meets: 0.55, exceeds: 0.2, 'not-scored': 0 } as const;

/** As long as a launch of the cycle covers, from the day of the start. */
function periodFrom(start: number, { cadence = 'year' }: Cycle): Period {
  const day = Math.floor(start / dayLength);
  const date = dateOfDay(day);
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  return { start: date, end: dateOfDay(dayNumber(year, month + monthsOf[cadence], dayOfMonth) - 1) };
}

/** Made once for each key, and then the same. */
function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

const minutesIn = (cycle: Cycle): ReadonlyMap<TaskKey, number | undefined> =>
  new Map(
    listStages(cycle).flatMap(({ stage }) =>
      Object.entries('tasks' in stage ? (stage.tasks ?? {}) : {}).map(([key, { minutes }]) => [key, minutes]),
    ),
  );

function workingBy(cycle: Cycle, { durations = {}, choices = {}, load = {} }: Assumptions): World['working'] {
  const said = minutesIn(cycle);
  const known = new Map<TaskKey, Working>();
  const make = (key: TaskKey, form: CycleTask['form']): Working => {
    const name = typeof form === 'string' ? form : '';
    const {
      unit,
      of,
      together = false,
    } = durations.tasks?.[key] ?? durations.forms?.[name] ?? durations.default ?? aboutAWeek;
    const { tasks = {}, forms = {}, default: all = defaultMinutes } = load.minutes ?? {};
    return {
      unit,
      together,
      duration: drawer(of),
      result: resultDrawer(form, choices.forms?.[name], choices.tasks?.[key]),
      minutes: tasks[key] ?? said.get(key) ?? forms[name] ?? all,
      completed: `task.${key}.completed`,
      overdue: `task.${key}.overdue`,
    };
  };
  return (key, form) => {
    const working = known.get(key);
    if (working) return working;
    const fresh = make(key, form);
    known.set(key, fresh);
    return fresh;
  };
}

function hearing(compiled: CompiledCycle): World['hears'] {
  const known = new Map<string, boolean>();
  return (type) => {
    const heard = known.get(type) ?? isHeardSomewhere(compiled, type);
    known.set(type, heard);
    return heard;
  };
}

export function makeWorld(
  compiled: CompiledCycle,
  organisation: SimulatedOrganisation,
  options: SimulationOptions,
): World {
  const { assumptions = {}, horizonDays = defaultHorizonDays } = options;
  const at = canonicalInstant(options.startAt ?? defaultStart);
  const start = millisecondsOf(at);
  const period = options.period ?? periodFrom(start, compiled.cycle);
  const listening = hearing(compiled);
  const clocks = once(makeWorkClock);
  return {
    compiled,
    organisation,
    directory: makeDirectory(organisation),
    period,
    variables: options.variables ?? {},
    start,
    horizon: start + horizonDays * dayLength,
    starts: drawer(assumptions.starts ?? { kind: 'constant', value: 0 }),
    results: resultsDrawer(assumptions.results ?? defaultResults, { period, at }),
    outside: Object.entries(assumptions.events ?? {}).map(([type, { every, data = {} }]) => ({
      type,
      days: drawer(every),
      data,
    })),
    hears: listening,
    seesChildren: compiled.facts.has('children') || listening('children.settled'),
    working: workingBy(compiled.cycle, assumptions),
    ownGoals: goalsOfOwner(),
    clockOf: ({ calendar }) => clocks(calendar),
    instantOf: makeInstantWriter(),
    limit: assumptions.load?.limit ?? defaultLimit,
    tally: newTally(weekOfDay(Math.floor(start / dayLength))),
  };
}

function goalsOfOwner(): World['ownGoals'] {
  const known = new WeakMap<readonly Goal[], Map<string, readonly Goal[]>>();
  return ({ goals, component }) => {
    const byOwner = known.get(goals) ?? new Map<string, readonly Goal[]>();
    known.set(goals, byOwner);
    const own = byOwner.get(component.id) ?? goals.filter(({ componentId }) => componentId === component.id);
    byOwner.set(component.id, own);
    return own;
  };
}
