// CYC-01: from everywhere that a plan can be there is a way to a final stage.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem, nameOf } from './chart-view.ts';
import type { Ways } from './exits.ts';
import type { Flow } from './flow.ts';
import { type FlowEdge, type FlowGraph, movedBy } from './flow-graph.ts';
import { byOrigin, type Graph, makeGraph, reachFrom, restingGroupsIn, reverse } from './graph.ts';
import { roundsIn } from './loops/bounds.ts';
import { shortestRound } from './loops/lasso.ts';

function targetsIn({ nodes }: FlowGraph, edges: readonly FlowEdge[]): Graph<number> {
  const leading = byOrigin<number, FlowEdge>(edges);
  return makeGraph(nodes.keys(), (number) => (leading.get(number) ?? []).map(({ to }) => to));
}

/** Those of its nodes from which there is a way to an end. */
export function leadsToEnd(graph: FlowGraph, edges = graph.edges): Set<number> {
  const ends = [...graph.nodes.keys()].filter((number) => graph.nodes[number]?.ended);
  return reachFrom(reverse(targetsIn(graph, edges)), ends);
}

/** Where plans come to rest without an end; what only leads there is mended with them. */
function restingPlaces(graph: FlowGraph, edges: readonly FlowEdge[]): number[][] {
  const saved = leadsToEnd(graph, edges);
  const lost = [...graph.nodes.keys()].filter((number) => !saved.has(number));
  if (lost.length === 0) return [];
  const targets = targetsIn(graph, edges);
  return restingGroupsIn(makeGraph(lost, (number) => targets.get(number) ?? []));
}

/** The stages of a group; several at once when a parallel stage holds them together. */
interface Trap {
  stages: StageId[];
  together: boolean;
}

function trapOf(view: ChartView, { nodes }: FlowGraph, group: readonly number[]): Trap {
  const leaves = group.map((number) => nodes[number]?.leaves ?? []);
  const all = new Set(leaves.flat());
  return {
    stages: view.stages.map(({ id }) => id).filter((id) => all.has(id)),
    together: leaves.some((some) => some.length > 1),
  };
}

function sentence(view: ChartView, { stages, together }: Trap, onlyEverywhere: boolean): string {
  const names = stages.map((id) => nameOf(view, id)).join(', ');
  const where = onlyEverywhere ? ', except by a transition that holds everywhere' : '';
  if (stages.length === 1) return `Nothing leads from ${names} to a final stage${where}. Add a way out.`;
  if (together) return `With ${names} active, nothing leads to a final stage${where}. Add a way out.`;
  return `The stages ${names} lead only to each other, never to a final stage${where}. Add a way out.`;
}

/** A stage to wait in without any way out. */
const isBlind = (view: ChartView, ways: Ways, id: StageId): boolean =>
  view.index.get(id)?.stage.type !== 'final' && (ways.exits.get(id) ?? []).length === 0;

const holdsEverywhere = ({ taken }: FlowEdge): boolean =>
  taken.length > 0 && taken.every(({ owner }) => owner === null);

/** Of several stages at once the one that still moves; a final stage inside only waits for those beside it. */
function firstToMend(
  view: ChartView,
  { graph }: Flow,
  group: readonly number[],
  trap: Trap,
): StageId | undefined {
  const members = new Set(group);
  const inner = graph.edges.filter(({ from, to }) => members.has(from) && members.has(to));
  const round = roundsIn(inner)[0];
  if (round) return movedBy(view, graph, shortestRound(round))[0];
  return trap.stages.find((id) => view.index.get(id)?.stage.type !== 'final') ?? trap.stages[0];
}

export function checkEndings(view: ChartView, flow: Flow): Problem[] {
  const { ways, graph } = flow;
  if (!graph.nodes.some(({ ended }) => ended)) {
    const message = 'No final stage can be reached, so no plan ever ends. Add one and a way to it.';
    return [makeProblem('CYC-01', 'error', { place: 'stages', stage: null }, message)];
  }
  const report = (groups: number[][], severity: 'error' | 'warning'): Problem[] => {
    const problems = groups.flatMap((group) => {
      const trap = trapOf(view, graph, group);
      // CYC-02 tells of them.
      if (trap.stages.some((id) => isBlind(view, ways, id))) return [];
      const first = view.index.get(firstToMend(view, flow, group, trap) ?? '');
      const at = { place: first?.place ?? 'stages', stage: first?.id ?? null };
      return [makeProblem('CYC-01', severity, at, sentence(view, trap, severity === 'warning'))];
    });
    return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
  };
  const lost = restingPlaces(graph, graph.edges);
  const known = new Set(lost.flat());
  const inner = graph.edges.filter((edge) => !holdsEverywhere(edge));
  const held = restingPlaces(graph, inner).filter((group) => !group.some((number) => known.has(number)));
  return [...report(lost, 'error'), ...report(held, 'warning')];
}
