// What each step of a way round changes, and what its guards say once it was taken.

import { type Limit, limitsUnless, limitsWhen } from '../../expression/guards/limits-in.ts';
import { incrementOf } from '../../expression/guards/read-guard.ts';
import type { Action } from '../../model/action.ts';
import type { PlacedAction } from '../../statechart/structure/transitions.ts';
import { branchesOf, type ChartView, isInside } from '../chart-view.ts';
import { actionsOn, type FlowEdge, type FlowGraph } from '../flow-graph.ts';
import type { BranchReader } from '../guards/branch-reader.ts';
import { actionsAt } from '../places.ts';
import type { Exit } from '../reachable.ts';

/** Counted up or down by a fixed number, or set to anything else. */
export type Change = 'up' | 'down' | 'other';

export interface LoopStep extends FlowEdge {
  changes: ReadonlyMap<string, Change>;
  /** The variables that are changed every time. */
  advances: ReadonlySet<string>;
  limits: readonly Limit[];
}

interface Doing {
  view: ChartView;
  graph: FlowGraph;
}

/** What other parts of a parallel stage may do meanwhile, which a coarse graph does not show. */
function doneMeanwhile({ view, graph }: Doing, { from }: FlowEdge): PlacedAction[] {
  if (graph.exact) return [];
  const beside = (graph.nodes[from]?.active ?? []).filter(
    (id) => view.index.get(id)?.stage.type === 'parallel',
  );
  if (beside.length === 0) return [];
  return actionsAt(view).filter(
    ({ stage }) => stage !== null && beside.some((id) => isInside(view, stage, id)),
  );
}

function changeBy(view: ChartView, action: Action): { variable: string; change: Change } | null {
  if (action.do !== 'set') return null;
  const expression = view.expressionOf(action.value);
  const by = expression && incrementOf(expression, action.variable);
  if (by === 0) return null;
  const change = by === null ? 'other' : by > 0 ? 'up' : 'down';
  return { variable: action.variable, change };
}

type Changes = Map<string, Change>;

function note(changes: Changes, { variable, change }: { variable: string; change: Change }): void {
  const before = changes.get(variable) ?? change;
  changes.set(variable, before === change ? change : 'other');
}

/** What is left out sometimes cannot be counted on; nor does it harm when it only counts on. */
function changesOn(doing: Doing, edge: FlowEdge): Pick<LoopStep, 'changes' | 'advances'> {
  const { view } = doing;
  const changes: Changes = new Map();
  const advances = new Set<string>();
  for (const { action } of actionsOn(view, edge)) {
    const changed = changeBy(view, action);
    if (!changed) continue;
    note(changes, changed);
    if (action.guard === undefined) advances.add(changed.variable);
  }
  for (const { action } of [...edge.perhaps, ...doneMeanwhile(doing, edge)]) {
    const changed = changeBy(view, action);
    if (changed) note(changes, changed);
  }
  return { changes, advances };
}

/** Those that are tried before the transition, and so did not hold. */
function triedBefore(view: ChartView, { owner, place }: Exit): Exit['transition'][] {
  const list = owner === null ? view.everywhere : (view.transitions.get(owner) ?? []);
  const branches = branchesOf(list).find((all) => all.some((other) => other.place === place)) ?? [];
  return branches
    .slice(
      0,
      branches.findIndex((other) => other.place === place),
    )
    .map(({ transition }) => transition);
}

function limitsBy(view: ChartView, reader: BranchReader, exit: Exit): Limit[] {
  const domainOf = reader.domainsFor(exit);
  const read = (guard: string | undefined) => (guard === undefined ? null : reader.guardOf(guard));
  const own = read(exit.transition.guard);
  return [
    ...(own ? limitsWhen(own) : []),
    ...triedBefore(view, exit).flatMap(({ guard }) => {
      const before = read(guard);
      return before ? limitsUnless(before, domainOf) : [];
    }),
  ];
}

/** Each step is read once, however many ways round it is part of. */
export function stepReader(doing: Doing, reader: BranchReader): (edge: FlowEdge) => LoopStep {
  const { view } = doing;
  const limits = new Map<string, Limit[]>();
  const limitsOf = (exit: Exit): Limit[] => {
    const known = limits.get(exit.place) ?? limitsBy(view, reader, exit);
    limits.set(exit.place, known);
    return known;
  };
  return (edge) => ({ ...edge, ...changesOn(doing, edge), limits: edge.taken.flatMap(limitsOf) });
}
