// Every standing that a plan can come to, step by step, and the steps between them. Guards decide as far as they
// are known; events come whenever something waits for them. Null when there are more standings than can be looked at.
import { type ChartTransition, type ChartTree, growTree } from '../../statechart/chart/tree.ts';
import { hears } from '../../statechart/structure/event-names.ts';
import type { ChartView } from '../chart-view.ts';
import { type Decide, TooManyChoicesError } from './choose.ts';
import { type Collector, makeCollector, type Standing, type Step, TooManyStandingsError } from './collect.ts';
import { type ComingEvents, comingEvents } from './coming.ts';
import { type Acting, deedsOf, type Followed, type Telling, tellingReader } from './deeds.ts';
import { type Ground, type Moved, makePlaces, move, type Place } from './move.ts';
import { type Way, type WaysAt, wayFinder } from './ways.ts';

export interface Exploration {
  tree: ChartTree;
  standings: readonly Standing[];
  steps: readonly Step[];
  starts: readonly number[];
}

interface Exploring extends Acting, Ground {
  waysAt: WaysAt;
  telling: Telling;
  coming: ComingEvents;
}

const isRestless = ({ active }: Place): boolean => [...active].some(({ always }) => always.length > 0);

/** What is over has no more to say. */
function rest({ tree, placeOf }: Exploring, standing: Standing): Standing {
  if (standing.ended) {
    const place = placeOf(standing.place.leaves, new Map());
    return { ...standing, place, queue: [], settled: true, spent: [], known: [] };
  }
  return { ...standing, settled: standing.settled || !tree.restless || !isRestless(standing.place) };
}

interface Stepping {
  from: number;
  event: string | null;
  immediate: boolean;
  queue: readonly string[];
}

const nothing: readonly string[] = [];

function spentAfter(
  { coming }: Exploring,
  before: Standing,
  event: string | null,
  moved: Moved,
): readonly string[] {
  const isSpent = event !== null && coming.holderOf(event) !== null && !event.endsWith('.overdue');
  if (!isSpent && before.spent.length === 0) return nothing;
  const spent = isSpent ? [...new Set([...before.spent, event])].sort() : before.spent;
  const renewed = new Set([...moved.left, ...moved.entered.map(({ node }) => node)].map(({ id }) => id));
  return spent.filter((other) => !renewed.has(coming.holderOf(other) ?? ''));
}

function take(exploring: Exploring, collector: Collector, { taken, moved }: Way, stepping: Stepping): void {
  const { from, event, immediate, queue } = stepping;
  const standing = collector.standings[from];
  if (!standing) return;
  const { place, ended } = moved;
  const spent = spentAfter(exploring, standing, immediate ? null : event, moved);
  const before = { known: standing.known, raised: queue };
  for (const { known, raised } of deedsOf(exploring, before, moved, taken)) {
    const next = { place, spent, known, queue: raised, settled: false, ended };
    const to = collector.add(rest(exploring, next));
    collector.steps.push({ from, to, taken, moved, event, immediate });
  }
}

/** Nothing is taken: the plan only looks on. */
function pass(exploring: Exploring, collector: Collector, from: number, change: Partial<Standing>): void {
  const standing = collector.standings[from];
  if (!standing) return;
  const to = collector.add(rest(exploring, { ...standing, ...change }));
  collector.steps.push({ from, to, taken: [], moved: null, event: null, immediate: true });
}

/** Those that neither lead anywhere nor do anything only keep the stages around them from being asked. */
const isIdle = ({ targets, actions }: ChartTransition): boolean => targets.length + actions.length === 0;

function expandEventless(exploring: Exploring, collector: Collector, from: number, standing: Standing): void {
  for (const way of exploring.waysAt(standing)(null)) {
    if (way.taken.every(isIdle)) pass(exploring, collector, from, { settled: true });
    else take(exploring, collector, way, { from, event: null, immediate: true, queue: standing.queue });
  }
}

function expandRaised(exploring: Exploring, collector: Collector, from: number, standing: Standing): void {
  const [event = '', ...queue] = standing.queue;
  for (const way of exploring.waysAt(standing)(event)) {
    if (way.taken.length === 0) pass(exploring, collector, from, { queue, settled: false });
    else take(exploring, collector, way, { from, event, immediate: true, queue });
  }
}

function expandResting(exploring: Exploring, collector: Collector, from: number, standing: Standing): void {
  const waysOn = exploring.waysAt(standing);
  for (const event of exploring.coming.at(standing.place, standing.spent)) {
    for (const way of waysOn(event)) {
      if (way.taken.length > 0)
        take(exploring, collector, way, { from, event, immediate: false, queue: nothing });
    }
  }
}

function expand(exploring: Exploring, collector: Collector, from: number): void {
  const standing = collector.standings[from];
  if (!standing || standing.ended) return;
  if (!standing.settled) expandEventless(exploring, collector, from, standing);
  else if (standing.queue.length > 0) expandRaised(exploring, collector, from, standing);
  else expandResting(exploring, collector, from, standing);
}

function start(exploring: Exploring, collector: Collector): number[] {
  const { tree, followed } = exploring;
  const moved = move(exploring, { active: new Set([tree.root]), history: new Map() }, [tree.start]);
  const { place, ended } = moved;
  const before = { known: followed.unknown, raised: [] };
  return deedsOf(exploring, before, moved, []).map(({ known, raised }) =>
    collector.add(rest(exploring, { place, spent: [], known, queue: raised, settled: false, ended })),
  );
}

/** Whether anything in the chart listens to the event. */
function hearing(tree: ChartTree): (event: string) => boolean {
  const nodes = [...tree.nodes.values()];
  const exact = new Set(nodes.flatMap((node) => [...node.exact.keys()]));
  const patterns = nodes.flatMap((node) => node.patterns.map(({ descriptor }) => descriptor));
  return (event) => exact.has(event) || patterns.some((pattern) => hears(pattern, event));
}

interface Given {
  view: ChartView;
  decide: Decide;
  followed: Followed;
  limit: number;
}

export function explore({ view, decide, followed, limit }: Given): Exploration | null {
  const tree = growTree(view.cycle);
  const acting: Acting = { followed, isHeard: hearing(tree), stageOf: (id) => view.index.get(id)?.stage };
  const ground: Ground = { tree, placeOf: makePlaces() };
  const waysAt = wayFinder(ground, decide);
  const exploring = {
    ...acting,
    ...ground,
    waysAt,
    coming: comingEvents(view),
    telling: tellingReader(acting),
  };
  const collector = makeCollector(limit);
  try {
    const starts = start(exploring, collector);
    for (let from = 0; from < collector.standings.length; from++) expand(exploring, collector, from);
    return { tree, standings: collector.standings, steps: collector.steps, starts };
  } catch (error) {
    if (error instanceof TooManyStandingsError || error instanceof TooManyChoicesError) return null;
    throw error;
  }
}
