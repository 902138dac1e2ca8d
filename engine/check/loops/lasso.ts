// A way round as pointers that can be drawn: from the start of the cycle to the loop, and once round it.
import type { StageId } from '../../model/ids.ts';
import type { Lasso } from '../../model/problem.ts';
import type { ChartView } from '../chart-view.ts';
import type { FlowEdge, FlowGraph } from '../flow-graph.ts';
import { shortestWay } from '../graph.ts';

/** The shortest way round from the place that is nearest to the start. */
export function shortestRound<Step extends FlowEdge>(round: readonly Step[]): Step[] {
  const start = Math.min(...round.map(({ from }) => from));
  return shortestWay(round, [start], start) ?? [];
}

/** Where the plan stands before the step, as far as the step moves it. */
function stageBefore({ nodes }: FlowGraph, { from, left, taken }: FlowEdge): StageId | null {
  const leaves = nodes[from]?.leaves ?? [];
  return leaves.find((leaf) => left.includes(leaf)) ?? taken[0]?.owner ?? leaves[0] ?? null;
}

export function pointersOf(view: ChartView, graph: FlowGraph, steps: readonly FlowEdge[]): string[] {
  return steps
    .filter(({ taken }) => taken.length > 0)
    .flatMap((step) => {
      const place = view.index.get(stageBefore(graph, step) ?? '')?.place;
      return [...(place === undefined ? [] : [`/${place}`]), ...step.taken.map((exit) => `/${exit.place}`)];
    });
}

export function lassoOf(view: ChartView, graph: FlowGraph, loop: readonly FlowEdge[]): Lasso {
  const start = loop[0]?.from;
  const stem =
    start === undefined || graph.starts.includes(start) ? [] : shortestWay(graph.edges, graph.starts, start);
  return { stem: pointersOf(view, graph, stem ?? []), loop: pointersOf(view, graph, loop) };
}
