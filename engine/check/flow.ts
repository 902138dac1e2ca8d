// The flow of a cycle, worked out once for all rules that look at it.

import type { ChartTransition } from '../statechart/chart/tree.ts';
import { targetsOf } from '../statechart/structure/transitions.ts';
import type { ChartView } from './chart-view.ts';
import { type Ways, waysOf } from './exits.ts';
import type { Decide, Picks } from './explore/choose.ts';
import { explore } from './explore/explore.ts';
import { type FollowedVariables, followVariables } from './explore/followed.ts';
import { coarseGraph, exactGraph, type FlowGraph } from './flow-graph.ts';
import type { BranchReader } from './guards/branch-reader.ts';
import { makeBranchReader } from './guards/branch-reader.ts';
import { type Exit, type Reach, reachOf } from './reachable.ts';

export interface Flow {
  reader: BranchReader;
  reach: Reach;
  ways: Ways;
  graph: FlowGraph;
}

/** An editor waits for the answer: what has more standings than this is looked at more coarsely. */
const maxStandings = 4_000;

function makeDecide(reader: BranchReader, valuesOf: ReturnType<typeof followVariables>['valuesOf']): Decide {
  const known = new Map<readonly ChartTransition[], Map<string, Picks>>();
  return (list, values) => {
    const before = known.get(list) ?? new Map<string, Picks>();
    known.set(list, before);
    const key = values.join();
    const found = before.get(key);
    if (found) return found;
    const { possible, none } = reader.decide(
      list.map(({ placed }) => placed),
      valuesOf(values),
    );
    const picks = {
      possible: possible.flatMap((place) => list[place] ?? []),
      none: none !== 'never',
    };
    before.set(key, picks);
    return picks;
  };
}

/** The stages that a plan is ever in, and the transitions that it ever takes. */
export function reachIn(graph: Pick<FlowGraph, 'nodes' | 'edges'>): Reach {
  const stages = new Set(graph.nodes.flatMap(({ active }) => active));
  const exits = new Map<string | null, Exit[]>();
  const seen = new Set<string>();
  for (const exit of graph.edges.flatMap(({ taken }) => taken)) {
    if (seen.has(exit.place)) continue;
    seen.add(exit.place);
    exits.set(exit.owner, [...(exits.get(exit.owner) ?? []), exit]);
    // A history stage is never stood in; it is reached by being led to.
    for (const to of targetsOf(exit.transition)) stages.add(to);
  }
  return { stages, exits };
}

const followNothing: FollowedVariables = {
  unknown: [],
  changeOf: () => null,
  valuesOf: () => new Map(),
};

/** Null when there are too many standings to look at. */
function readExactly(view: ChartView, reader: BranchReader, followed: FollowedVariables): Flow | null {
  const decide = makeDecide(reader, followed.valuesOf);
  const found = explore({ view, decide, followed, limit: maxStandings });
  if (!found) return null;
  const graph = exactGraph(found);
  const reach = reachIn(graph);
  return { reader, reach, ways: waysOf(view, reach), graph };
}

export function readFlow(view: ChartView): Flow {
  const reader = makeBranchReader(view);
  const exact = readExactly(view, reader, followNothing);
  if (exact) return exact;
  const reach = reachOf(view);
  const ways = waysOf(view, reach);
  return { reader, reach, ways, graph: coarseGraph(view, ways) };
}

/** With the values that variables are set to: fewer ways, and more standings. Null when that tells nothing more. */
export function readFlowWithVariables(view: ChartView, { reader, graph }: Flow): Flow | null {
  const followed = followVariables(view);
  if (!graph.exact || followed.unknown.length === 0) return null;
  return readExactly(view, reader, followed);
}
