// What finished plans tell of how long people take, what they choose and how work turns out. Pure: the histories
// come in, and what comes out is given to a simulation of the same cycle or of its next version.
import { changesVersion } from '../migrate/stays.ts';
import type { Cycle, CycleTask } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Outcome } from '../model/measure.ts';
import type { Assumptions, Chance, Choices, Weights } from '../model/simulation.ts';
import type { Instant } from '../model/time.ts';
import { completes, taskOf } from '../statechart/accepted-events.ts';
import { timerOf } from '../statechart/structure/event-names.ts';
import { listStages } from '../statechart/structure/stage-index.ts';
import { dayLength, millisecondsOf } from '../time/civil.ts';
import { canonicalInstant } from '../time/instant.ts';
import { choiceFields } from './choices.ts';

/** One line of a plan's history; the lines come in order, and the first is the plan's start. */
export interface LearnedLine {
  at: Instant;
  event: { type: string; data: JsonObject };
  entered: StageId[];
  round: number;
  outcome: Outcome | null;
}

interface CycleTaskAt {
  stage: StageId;
  fields: ReadonlySet<string>;
}

interface Learned {
  /** Days from opening to completion. */
  days: Map<TaskKey, number[]>;
  choices: Map<TaskKey, Map<string, Map<string, number>>>;
  outcomes: Map<Outcome | 'not-scored', number>;
  outside: Map<string, number>;
  activeDays: number;
}

/** So many values tell the whole distribution. */
const mostValues = 1_000;

function empirical(values: readonly number[]): Chance {
  const sorted = values.toSorted((a, b) => a - b);
  const kept = Math.min(sorted.length, mostValues);
  return {
    kind: 'empirical',
    values: Array.from({ length: kept }, (_, at) => {
      const value = sorted[Math.floor(((at + 0.5) * sorted.length) / kept)] ?? 0;
      return Math.round(value * 10_000) / 10_000;
    }),
  };
}

function tasksOf(cycle: Cycle): Map<TaskKey, CycleTaskAt> {
  return new Map(
    listStages(cycle).flatMap(({ id, stage }) =>
      Object.entries('tasks' in stage ? (stage.tasks ?? {}) : {}).map(
        ([key, task]: [string, CycleTask]): [TaskKey, CycleTaskAt] => [
          key,
          { stage: id, fields: new Set(choiceFields(task.form)) },
        ],
      ),
    ),
  );
}

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The value at the key, made when it is not there yet. */
function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

const count = <Key>(map: Map<Key, number>, key: Key): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

function learnCompletion(
  learned: Learned,
  key: TaskKey,
  { fields }: CycleTaskAt,
  result: Json | undefined,
): void {
  if (!isObject(result)) return;
  for (const [field, value] of Object.entries(result)) {
    if (!fields.has(field) || (typeof value === 'object' && value !== null)) continue;
    const chosen = at(
      at(learned.choices, key, () => new Map()),
      field,
      () => new Map<string, number>(),
    );
    count(chosen, String(value));
  }
}

/** Plans of parts settle in a simulation as they do, and a simulated plan stays in its version. */
const isFromOutside = (event: LearnedLine['event']): boolean =>
  event.type !== 'children.settled' && !changesVersion(event);

function learnPlan(learned: Learned, tasks: Map<TaskKey, CycleTaskAt>, lines: readonly LearnedLine[]): void {
  const entered = new Map<StageId, number>();
  for (const line of lines) {
    const now = millisecondsOf(canonicalInstant(line.at));
    const { type } = line.event;
    const [key, isDone, timer] = [taskOf(type), completes(type), timerOf(type)];
    const task = key === null || !isDone ? undefined : tasks.get(key);
    const opened = task && entered.get(task.stage);
    if (key !== null && task && opened !== undefined) {
      at(learned.days, key, () => [] as number[]).push((now - opened) / dayLength);
      learnCompletion(learned, key, task, line.event.data.result);
    }
    if (key === null && timer === null && line !== lines[0] && isFromOutside(line.event))
      count(learned.outside, type);
    for (const stage of line.entered) entered.set(stage, now);
  }
  learnOutcomes(learned, lines);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first && last) {
    const began = millisecondsOf(canonicalInstant(first.at));
    learned.activeDays += (millisecondsOf(canonicalInstant(last.at)) - began) / dayLength;
  }
}

/** A round's outcome is the one with which the plan goes on to the next, or ends. */
function learnOutcomes({ outcomes }: Learned, lines: readonly LearnedLine[]): void {
  for (const [index, { round, outcome }] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn = before !== undefined && before.round !== round;
    if (goesOn) count(outcomes, outcome ?? 'not-scored');
    if (index === lines.length - 1) count(outcomes, outcome ?? 'not-scored');
  }
}

const toChoices = (fields: Map<string, Map<string, number>>): Choices =>
  Object.fromEntries(
    [...fields].map(([field, weights]): [string, Weights] => [field, Object.fromEntries(weights)]),
  );

function resultsOf({ outcomes }: Learned): Assumptions['results'] {
  const all = [...outcomes.values()].reduce((sum, number) => sum + number, 0);
  if (all === 0) return undefined;
  const share = (outcome: Outcome | 'not-scored') => (outcomes.get(outcome) ?? 0) / all;
  return {
    kind: 'shares',
    below: share('below'),
    meets: share('meets'),
    exceeds: share('exceeds'),
    'not-scored': share('not-scored'),
  };
}

/** A task that was completed on a day off is completed on days off again: durations are exact days. */
export function learnAssumptions(cycle: Cycle, plans: readonly (readonly LearnedLine[])[]): Assumptions {
  const learned: Learned = {
    days: new Map(),
    choices: new Map(),
    outcomes: new Map(),
    outside: new Map(),
    activeDays: 0,
  };
  const tasks = tasksOf(cycle);
  for (const lines of plans) learnPlan(learned, tasks, lines);
  const results = resultsOf(learned);
  return {
    durations: {
      tasks: Object.fromEntries(
        [...learned.days].map(([key, days]) => [
          key,
          { unit: 'days' as const, of: empirical(days), together: true },
        ]),
      ),
    },
    choices: {
      tasks: Object.fromEntries([...learned.choices].map(([key, fields]) => [key, toChoices(fields)])),
    },
    ...(results ? { results } : {}),
    events: Object.fromEntries(
      [...learned.outside].map(([type, times]) => [
        type,
        { every: { kind: 'exponential' as const, mean: Math.max(1 / 24, learned.activeDays / times) } },
      ]),
    ),
  };
}
