// CYC-01: from every stage that a plan can be in there is a way to a final stage.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem, nameOf } from './chart-view.ts';
import { leavesReader, type Ways } from './exits.ts';
import { type Graph, makeGraph, restingGroupsIn } from './graph.ts';
import type { Exit } from './reachable.ts';

const isEnd = (view: ChartView, id: StageId): boolean => {
  const entry = view.index.get(id);
  return entry?.parent === null && entry.stage.type === 'final';
};

function graphOf(view: ChartView, ways: Ways, everywhere: readonly Exit[]): Graph {
  const entered = leavesReader(view);
  return makeGraph(
    ways.leaves.map(({ id }) => id),
    (id) => (isEnd(view, id) ? [] : [...(ways.exits.get(id) ?? []), ...everywhere].flatMap(entered)),
  );
}

/** Where plans come to rest without an end; stages that only lead there are mended with them. */
function restingPlaces(view: ChartView, graph: Graph): StageId[][] {
  return restingGroupsIn(graph).filter((group) => !group.some((id) => isEnd(view, id)));
}

function sentence(view: ChartView, group: StageId[], onlyEverywhere: boolean): string {
  const names = group.map((id) => nameOf(view, id)).join(', ');
  const where = onlyEverywhere ? ', except by a transition that holds everywhere' : '';
  if (group.length === 1) return `Nothing leads from ${names} to a final stage${where}. Add a way out.`;
  return `The stages ${names} lead only to each other, never to a final stage${where}. Add a way out.`;
}

/** A stage to wait in without any way out. */
const isBlind = (view: ChartView, ways: Ways, id: StageId): boolean =>
  view.index.get(id)?.stage.type !== 'final' && (ways.exits.get(id) ?? []).length === 0;

export function checkEndings(view: ChartView, ways: Ways): Problem[] {
  if (!ways.leaves.some(({ id }) => isEnd(view, id))) {
    const message = 'No final stage can be reached, so no plan ever ends. Add one and a way to it.';
    return [makeProblem('CYC-01', 'error', { place: 'stages', stage: null }, message)];
  }
  const report = (groups: StageId[][], severity: 'error' | 'warning') =>
    groups
      // CYC-02 tells of them.
      .filter((group) => !group.some((id) => isBlind(view, ways, id)))
      .map((group) => {
        const first = view.index.get(group[0] ?? '');
        const at = { place: first?.place ?? 'stages', stage: first?.id ?? null };
        return makeProblem('CYC-01', severity, at, sentence(view, group, severity === 'warning'));
      });
  const lost = restingPlaces(view, graphOf(view, ways, ways.everywhere));
  const known = new Set(lost.flat());
  const held = restingPlaces(view, graphOf(view, ways, [])).filter(
    (group) => !group.some((id) => known.has(id)),
  );
  return [...report(lost, 'error'), ...report(held, 'warning')];
}
