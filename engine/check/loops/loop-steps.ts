// What each step of a way round changes, and what its guards say once it was taken.

import { type Limit, limitsUnless, limitsWhen } from '../../expression/guards/limits-in.ts';
import { incrementOf } from '../../expression/guards/read-guard.ts';
import { branchesOf, type ChartView } from '../chart-view.ts';
import { actionsOn, type FlowEdge } from '../flow-graph.ts';
import type { BranchReader } from '../guards/branch-reader.ts';
import type { Exit } from '../reachable.ts';

/** Counted up or down by a fixed number, or set to anything else. */
export type Change = 'up' | 'down' | 'other';

export interface LoopStep extends FlowEdge {
  changes: ReadonlyMap<string, Change>;
  limits: readonly Limit[];
}

function changesOn(view: ChartView, edge: FlowEdge): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const action of actionsOn(view, edge)) {
    if (action.do !== 'set') continue;
    const { variable, value } = action;
    const expression = view.expressionOf(value);
    const by = expression && incrementOf(expression, variable);
    if (by === 0) continue;
    const change = by === null ? 'other' : by > 0 ? 'up' : 'down';
    const before = changes.get(variable) ?? change;
    changes.set(variable, before === change ? change : 'other');
  }
  return changes;
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
export function stepReader(view: ChartView, reader: BranchReader): (edge: FlowEdge) => LoopStep {
  const limits = new Map<string, Limit[]>();
  const limitsOf = (exit: Exit): Limit[] => {
    const known = limits.get(exit.place) ?? limitsBy(view, reader, exit);
    limits.set(exit.place, known);
    return known;
  };
  return (edge) => ({ ...edge, changes: changesOn(view, edge), limits: edge.taken.flatMap(limitsOf) });
}
