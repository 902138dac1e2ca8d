// Every standing that a plan can come to, step by step, and the steps between them. Guards decide as far as they
// are known; events come whenever something waits for them. Null when there are more standings than can be looked at.
import type { Action } from '../../model/cycle.ts';
import { outcomes } from '../../model/measure.ts';
import { taskOfEvent } from '../tasks-of.ts';
import type { Branch, ChartModel } from './chart-model.ts';
import { type Choice, type Chooser, chooseEventless, chooseFor, TooManyChoicesError } from './choose.ts';
import { begin, type Configuration, type Memory, type Moved, microstep } from './microstep.ts';

/** What a plan is in besides its data: a node of the graph. */
export interface Standing {
  configuration: Configuration;
  memory: Memory;
  /** Events of tasks and timers that came already while their stage stays. */
  spent: readonly string[];
  /** Values of the variables that are followed; -1 is not known. */
  known: readonly number[];
  /** Events raised inside and not yet heard. */
  queue: readonly string[];
  /** All that waits for nothing was taken or refused. */
  settled: boolean;
  ended: boolean;
}

export interface Step {
  from: number;
  to: number;
  taken: readonly Branch[];
  left: readonly number[];
  entered: readonly number[];
  /** What came; null when nothing had to. */
  event: string | null;
  /** It follows at once from the step before it, inside the same step of the plan. */
  immediate: boolean;
}

export interface Exploration {
  standings: readonly Standing[];
  steps: readonly Step[];
  starts: readonly number[];
}

/** The variables whose values are followed through the chart. */
export interface Followed {
  /** The place of the variable and of its new value; -1 for a value that is not known. */
  changeOf(action: Action): { variable: number; value: number } | null;
  unknown: readonly number[];
}

interface Given extends Chooser {
  model: ChartModel;
  followed: Followed;
  limit: number;
}

/** What is looked up for every step, read once. */
interface Exploring extends Given {
  /** Of a list of actions those that matter here: they raise what is heard, or set what is followed. */
  telling(actions: readonly Action[] | undefined): readonly Action[];
  /** By stage, what may come while it is active. */
  coming: readonly (readonly Coming[])[];
}

/** An event of a task or a timer comes while its stage is active and its source was not heard of yet. */
interface Coming {
  event: string;
  holder: number | null;
  source: string;
}

/** One way in which the actions of a step can turn out. */
interface Deeds {
  known: readonly number[];
  raised: readonly string[];
}

const appraisals: readonly string[] = [...outcomes, 'not-scored'].map((outcome) => `outcome.${outcome}`);

const none: readonly Action[] = [];

function tellingReader({ model, followed }: Given): Exploring['telling'] {
  const tells = (action: Action): boolean => {
    if (action.do === 'appraise') return appraisals.some((event) => model.heard.has(event));
    return action.do === 'raise' ? model.heard.has(action.event) : followed.changeOf(action) !== null;
  };
  const known = new Map<readonly Action[], readonly Action[]>();
  return (actions) => {
    if (actions === undefined || actions.length === 0) return none;
    const before = known.get(actions);
    if (before) return before;
    const telling = actions.filter(tells);
    known.set(actions, telling);
    return telling;
  };
}

function comingTo({ holders }: ChartModel, event: string): Coming[] {
  const task = taskOfEvent(event);
  const holder = holders.get(event) ?? null;
  if (event.startsWith('done ') || (task !== null && holder === null)) return [];
  return [{ event, holder, source: task === null ? event : `task.${task}.completed` }];
}

function perform({ model, followed }: Given, all: Deeds[], action: Action): Deeds[] {
  const hear = (events: readonly string[]): Deeds[] => {
    const ways = [...new Set(events.map((event) => (model.heard.has(event) ? event : '')))];
    return all.flatMap(({ known, raised }) =>
      ways.map((event) => ({ known, raised: event === '' ? raised : [...raised, event] })),
    );
  };
  if (action.do === 'appraise') return hear(appraisals);
  if (action.do === 'raise') return hear([action.event]);
  const change = followed.changeOf(action);
  if (change === null) return all;
  return all.map(({ known, raised }) => ({ known: known.with(change.variable, change.value), raised }));
}

/** In order: what is left, what is taken, what is entered with the ends that it brings. */
function deedsOf(given: Exploring, before: Deeds, moved: Moved & { taken: readonly Branch[] }): Deeds[] {
  const { nodes, heard } = given.model;
  const run = (all: Deeds[], actions: readonly Action[] | undefined) =>
    given.telling(actions).reduce((ways, action) => perform(given, ways, action), all);
  let all = moved.left.reduce((ways, number) => run(ways, nodes[number]?.exit), [before]);
  for (const { exit } of moved.taken) all = run(all, exit.transition.do);
  for (const number of moved.entered) {
    all = run(all, nodes[number]?.entry);
    if (!moved.done.has(number)) continue;
    const done = (moved.done.get(number) ?? []).filter((event) => heard.has(event));
    if (done.length > 0) all = all.map(({ known, raised }) => ({ known, raised: [...raised, ...done] }));
  }
  return all;
}

const memoryKey = (memory: Memory): string =>
  memory.size === 0
    ? ''
    : [...memory]
        .map(([at, kept]) => `${at}:${kept}`)
        .sort()
        .join(' ');

const keyOf = ({ configuration, memory, spent, known, queue, settled, ended }: Standing): string =>
  `${settled ? 1 : 0}${ended ? 1 : 0}|${configuration.join()}|${memoryKey(memory)}|${spent.join()}|${known.join()}|${queue.join()}`;

class TooManyStandingsError extends Error {}

/** A chart that raises without hearing never comes to rest; none that does needs as many at once. */
const maxQueue = 16;

/** Collects standings and steps; gives the standings that are new. */
function makeCollector(limit: number) {
  const numbers = new Map<string, number>();
  const standings: Standing[] = [];
  const steps: Step[] = [];
  return {
    standings,
    steps,
    add(standing: Standing): number {
      const key = keyOf(standing);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const tooMany = standings.length >= limit || steps.length >= 8 * limit;
      if (tooMany || standing.queue.length > maxQueue) throw new TooManyStandingsError();
      numbers.set(key, standings.length);
      standings.push(standing);
      return standings.length - 1;
    },
  };
}
type Collector = ReturnType<typeof makeCollector>;

/** At rest the order of the stages is that of the document, as a stored plan has it. */
function rest(given: Given, standing: Standing): Standing {
  if (standing.ended)
    return { ...standing, queue: [], settled: true, memory: new Map(), spent: [], known: [] };
  const { nodes } = given.model;
  const waitsForNothing = [0, ...standing.configuration].some((at) => (nodes[at]?.always.length ?? 0) > 0);
  const settled = standing.settled || !waitsForNothing;
  if (!settled || standing.queue.length > 0) return { ...standing, settled };
  return { ...standing, settled, configuration: standing.configuration.toSorted((a, b) => a - b) };
}

interface Stepping {
  from: number;
  event: string | null;
  immediate: boolean;
  queue: readonly string[];
}

const nothing: readonly string[] = [];

function spentAfter(given: Given, standing: Standing, event: string | null, moved: Moved): readonly string[] {
  const { holders } = given.model;
  const isSpent = event !== null && holders.has(event) && !event.endsWith('.overdue');
  if (!isSpent && standing.spent.length === 0) return nothing;
  const spent = isSpent ? [...new Set([...standing.spent, event])].sort() : standing.spent;
  const stays = (holder: number): boolean => !moved.left.includes(holder) && !moved.entered.includes(holder);
  return spent.filter((other) => stays(holders.get(other) ?? -1));
}

function take(given: Exploring, collector: Collector, choice: Choice, stepping: Stepping): void {
  const { from, event, immediate, queue } = stepping;
  const standing = collector.standings[from];
  if (!standing) return;
  const moved = microstep(given.model, standing, choice);
  const spent = spentAfter(given, standing, immediate ? null : event, moved);
  const { configuration, memory, ended, left, entered, taken } = moved;
  for (const { known, raised } of deedsOf(given, { known: standing.known, raised: queue }, moved)) {
    const next = { configuration, memory, spent, known, queue: raised, settled: false, ended };
    const to = collector.add(rest(given, next));
    collector.steps.push({ from, to, taken, left, entered, event, immediate });
  }
}

/** Nothing is taken: the plan only looks on. */
function pass(given: Exploring, collector: Collector, from: number, change: Partial<Standing>): void {
  const standing = collector.standings[from];
  if (!standing) return;
  const to = collector.add(rest(given, { ...standing, ...change }));
  collector.steps.push({ from, to, taken: [], left: [], entered: [], event: null, immediate: true });
}

function expandEventless(given: Exploring, collector: Collector, from: number, standing: Standing): void {
  for (const choice of chooseEventless(given, standing.configuration, standing.known)) {
    if (choice.length === 0) pass(given, collector, from, { settled: true });
    else take(given, collector, choice, { from, event: null, immediate: true, queue: standing.queue });
  }
}

function expandRaised(given: Exploring, collector: Collector, from: number, standing: Standing): void {
  const [event = '', ...queue] = standing.queue;
  for (const choice of chooseFor(given, standing.configuration, { event, known: standing.known })) {
    if (choice.length === 0) pass(given, collector, from, { queue, settled: false });
    else take(given, collector, choice, { from, event, immediate: true, queue });
  }
}

function comingEvents({ coming }: Exploring, { configuration, spent }: Standing): Set<string> {
  const events = new Set<string>();
  for (const number of [0, ...configuration]) {
    for (const { event, holder, source } of coming[number] ?? []) {
      if (holder === null || (configuration.includes(holder) && !spent.includes(source))) events.add(event);
    }
  }
  return events;
}

function expandResting(given: Exploring, collector: Collector, from: number, standing: Standing): void {
  for (const event of comingEvents(given, standing)) {
    for (const choice of chooseFor(given, standing.configuration, { event, known: standing.known })) {
      if (choice.length > 0) take(given, collector, choice, { from, event, immediate: false, queue: [] });
    }
  }
}

function expand(given: Exploring, collector: Collector, from: number): void {
  const standing = collector.standings[from];
  if (!standing || standing.ended) return;
  if (!standing.settled) expandEventless(given, collector, from, standing);
  else if (standing.queue.length > 0) expandRaised(given, collector, from, standing);
  else expandResting(given, collector, from, standing);
}

function start(given: Exploring, collector: Collector): number[] {
  const moved = begin(given.model);
  const { configuration, memory, ended } = moved;
  const before = { known: given.followed.unknown, raised: [] };
  return deedsOf(given, before, { ...moved, taken: [] }).map(({ known, raised }) => {
    const first = { configuration, memory, spent: [], known, queue: raised, settled: false, ended };
    return collector.add(rest(given, first));
  });
}

export function explore(given: Given): Exploration | null {
  const coming = given.model.nodes.map(({ lists }) =>
    [...lists.keys()].flatMap((event) => comingTo(given.model, event)),
  );
  const exploring: Exploring = { ...given, coming, telling: tellingReader(given) };
  const collector = makeCollector(given.limit);
  try {
    const starts = start(exploring, collector);
    for (let from = 0; from < collector.standings.length; from++) expand(exploring, collector, from);
    return { standings: collector.standings, steps: collector.steps, starts };
  } catch (error) {
    if (error instanceof TooManyStandingsError || error instanceof TooManyChoicesError) return null;
    throw error;
  }
}
