// Every standing that a plan can come to, step by step, and the steps between them. Guards decide as far as they
// are known; events come whenever something waits for them. Null when there are more standings than can be looked at.
import { taskOfEvent } from '../tasks-of.ts';
import type { ChartModel } from './chart-model.ts';
import { type Choice, type Chooser, chooseEventless, chooseFor, TooManyChoicesError } from './choose.ts';
import { type Collector, makeCollector, type Standing, type Step, TooManyStandingsError } from './collect.ts';
import { deedsOf, type Followed, type Telling, tellingReader } from './deeds.ts';
import { begin, type Moved, microstep } from './microstep.ts';

export interface Exploration {
  standings: readonly Standing[];
  steps: readonly Step[];
  starts: readonly number[];
}

interface Given extends Chooser {
  model: ChartModel;
  followed: Followed;
  limit: number;
}

/** What is looked up for every step, read once. */
interface Exploring extends Given {
  telling: Telling;
  /** By stage, what may come while it is active. */
  coming: readonly (readonly Coming[])[];
}

/** An event of a task or a timer comes while its stage is active and its source was not heard of yet. */
interface Coming {
  event: string;
  holder: number | null;
  source: string;
}

function comingTo({ holders }: ChartModel, event: string): Coming[] {
  const task = taskOfEvent(event);
  const holder = holders.get(event) ?? null;
  if (event.startsWith('done ') || (task !== null && holder === null)) return [];
  return [{ event, holder, source: task === null ? event : `task.${task}.completed` }];
}

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
