// CYC-01: from every stage that a plan can be in there is a way to a final stage.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem, nameOf } from './chart-view.ts';
import { type Exit, leavesEntered, type Ways } from './exits.ts';
import { type Graph, makeGraph, reachFrom, reverse } from './graph.ts';

const isEnd = (view: ChartView, id: StageId): boolean => {
  const entry = view.index.get(id);
  return entry?.parent === null && entry.stage.type === 'final';
};

function graphOf(view: ChartView, ways: Ways, everywhere: readonly Exit[]): Graph {
  const targets = new Map<StageId, StageId[]>();
  const entered = (to: StageId): StageId[] => {
    const found = targets.get(to) ?? leavesEntered(view, to);
    targets.set(to, found);
    return found;
  };
  return makeGraph(
    ways.leaves.map(({ id }) => id),
    (id) =>
      isEnd(view, id)
        ? []
        : [...(ways.exits.get(id) ?? []), ...everywhere].flatMap(({ transition }) =>
            entered(transition.to ?? id),
          ),
  );
}

function stuckIn(view: ChartView, graph: Graph): StageId[] {
  const back = reverse(graph);
  const ends = [...graph.keys()].filter((id) => isEnd(view, id));
  const ending = new Set([...ends, ...ends.flatMap((end) => [...reachFrom(back, end)])]);
  return [...graph.keys()].filter((id) => !ending.has(id));
}

/** Only where plans come to rest: stages that lead on to a stuck one are mended with it. */
function restingGroups(graph: Graph, stuck: StageId[]): StageId[][] {
  const groups: StageId[][] = [];
  const seen = new Set<StageId>();
  for (const id of stuck) {
    if (seen.has(id)) continue;
    const reach = reachFrom(graph, id);
    if (![...reach].every((other) => other === id || reachFrom(graph, other).has(id))) continue;
    const group = stuck.filter((other) => other === id || reach.has(other));
    for (const other of group) seen.add(other);
    groups.push(group);
  }
  return groups;
}

function sentence(view: ChartView, group: StageId[], onlyEverywhere: boolean): string {
  const names = group.map((id) => nameOf(view, id)).join(', ');
  const where = onlyEverywhere ? ', except by a transition that holds everywhere' : '';
  if (group.length === 1) return `Nothing leads from ${names} to a final stage${where}. Add a way out.`;
  return `The stages ${names} lead only to each other, never to a final stage${where}. Add a way out.`;
}

export function checkEndings(view: ChartView, ways: Ways): Problem[] {
  if (!ways.leaves.some(({ id }) => isEnd(view, id))) {
    const message = 'No final stage can be reached, so no plan ever ends. Add one and a way to it.';
    return [makeProblem('CYC-01', 'error', { place: 'stages', stage: null }, message)];
  }
  const report = (graph: Graph, ids: StageId[], severity: 'error' | 'warning') =>
    restingGroups(graph, ids)
      // A stage without any way out is told of by CYC-02.
      .filter((group) => group.length > 1 || (ways.exits.get(group[0] ?? '') ?? []).length > 0)
      .map((group) => {
        const first = view.index.get(group[0] ?? '');
        const at = { place: first?.place ?? 'stages', stage: first?.id ?? null };
        return makeProblem('CYC-01', severity, at, sentence(view, group, severity === 'warning'));
      });
  const full = graphOf(view, ways, ways.everywhere);
  const lost = stuckIn(view, full);
  const own = graphOf(view, ways, []);
  const held = stuckIn(view, own).filter((id) => !lost.includes(id));
  return [...report(full, lost, 'error'), ...report(own, held, 'warning')];
}
