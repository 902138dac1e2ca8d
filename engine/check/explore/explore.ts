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

/** One way in which the actions of a step can turn out. */
interface Deeds {
  known: readonly number[];
  raised: readonly string[];
}

const appraisals: readonly string[] = [...outcomes, 'not-scored'].map((outcome) => `outcome.${outcome}`);

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
function deedsOf(given: Given, before: Deeds, moved: Moved & { taken: readonly Branch[] }): Deeds[] {
  const { nodes, heard } = given.model;
  const run = (all: Deeds[], actions: readonly Action[]) =>
    actions.reduce((ways, action) => perform(given, ways, action), all);
  let all = moved.left.reduce((ways, number) => run(ways, nodes[number]?.exit ?? []), [before]);
  for (const { exit } of moved.taken) all = run(all, exit.transition.do ?? []);
  for (const number of moved.entered) {
    all = run(all, nodes[number]?.entry ?? []);
    const done = (moved.done.get(number) ?? []).filter((event) => heard.has(event));
    if (done.length > 0) all = all.map(({ known, raised }) => ({ known, raised: [...raised, ...done] }));
  }
  return all;
}

const keyOf = ({ configuration, memory, spent, known, queue, settled, ended }: Standing): string =>
  `${settled} ${ended} ${configuration} ${[...memory].map(([at, kept]) => `${at}:${kept}`).sort()} ${spent} ${known} ${queue}`;

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
  if (standing.ended) return { ...standing, queue: [], settled: true, memory: new Map(), spent: [], known: [] };
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

function spentAfter(given: Given, standing: Standing, event: string | null, moved: Moved): string[] {
  const { holders } = given.model;
  const gone = new Set([...moved.left, ...moved.entered]);
  const isSpent = event !== null && holders.has(event) && !event.endsWith('.overdue');
  const spent = isSpent ? [...new Set([...standing.spent, event])].sort() : standing.spent;
  return spent.filter((other) => !gone.has(holders.get(other) ?? -1));
}

function take(given: Given, collector: Collector, choice: Choice, stepping: Stepping): void {
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
function pass(given: Given, collector: Collector, from: number, change: Partial<Standing>): void {
  const standing = collector.standings[from];
  if (!standing) return;
  const to = collector.add(rest(given, { ...standing, ...change }));
  collector.steps.push({ from, to, taken: [], left: [], entered: [], event: null, immediate: true });
}

function expandEventless(given: Given, collector: Collector, from: number, standing: Standing): void {
  for (const choice of chooseEventless(given, standing.configuration, standing.known)) {
    if (choice.length === 0) pass(given, collector, from, { settled: true });
    else take(given, collector, choice, { from, event: null, immediate: true, queue: standing.queue });
  }
}

function expandRaised(given: Given, collector: Collector, from: number, standing: Standing): void {
  const [event = '', ...queue] = standing.queue;
  for (const choice of chooseFor(given, standing.configuration, { event, known: standing.known })) {
    if (choice.length === 0) pass(given, collector, from, { queue, settled: false });
    else take(given, collector, choice, { from, event, immediate: true, queue });
  }
}

/** A task's events come while it is open, a timer's while it is armed; of others nothing is known. */
function comingEvents({ model }: Given, { configuration, spent }: Standing): string[] {
  const active = new Set(configuration);
  const heard = new Set([0, ...configuration].flatMap((number) => [...(model.nodes[number]?.lists.keys() ?? [])]));
  const isTimely = (event: string): boolean => {
    const task = taskOfEvent(event);
    const source = task === null ? event : `task.${task}.completed`;
    const holder = model.holders.get(event);
    if (holder === undefined) return task === null && !event.startsWith('done ');
    return active.has(holder) && !spent.includes(source);
  };
  return [...heard].filter(isTimely);
}

function expandResting(given: Given, collector: Collector, from: number, standing: Standing): void {
  for (const event of comingEvents(given, standing)) {
    for (const choice of chooseFor(given, standing.configuration, { event, known: standing.known })) {
      if (choice.length > 0) take(given, collector, choice, { from, event, immediate: false, queue: [] });
    }
  }
}

function expand(given: Given, collector: Collector, from: number): void {
  const standing = collector.standings[from];
  if (!standing || standing.ended) return;
  if (!standing.settled) expandEventless(given, collector, from, standing);
  else if (standing.queue.length > 0) expandRaised(given, collector, from, standing);
  else expandResting(given, collector, from, standing);
}

function start(given: Given, collector: Collector): void {
  const moved = begin(given.model);
  const { configuration, memory, ended } = moved;
  for (const { known, raised } of deedsOf(
    given,
    { known: given.followed.unknown, raised: [] },
    { ...moved, taken: [] },
  )) {
    const first = { configuration, memory, spent: [], known, queue: raised, settled: false, ended };
    collector.add(rest(given, first));
  }
}

export function explore(given: Given): Exploration | null {
  const collector = makeCollector(given.limit);
  try {
    start(given, collector);
    for (let from = 0; from < collector.standings.length; from++) expand(given, collector, from);
  } catch (error) {
    if (error instanceof TooManyStandingsError || error instanceof TooManyChoicesError) return null;
    throw error;
  }
  return { standings: collector.standings, steps: collector.steps };
}
