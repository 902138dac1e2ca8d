// What each step of a way round changes, and what its guards say once it was taken.

import { type Limit, limitsUnless, limitsWhen } from '../../expression/guards/limits-in.ts';
import {
  counting,
  itemsAdded,
  type Movement,
  movementOf,
  unforeseen,
} from '../../expression/guards/movement.ts';
import type { Expression } from '../../expression/guards/read-guard.ts';
import type { Action } from '../../model/action.ts';
import type { PlacedAction } from '../../statechart/structure/transitions.ts';
import { branchesOf, type ChartView, isInside } from '../chart-view.ts';
import { actionsOn, type FlowEdge, type FlowGraph } from '../flow-graph.ts';
import type { BranchReader } from '../guards/branch-reader.ts';
import { actionsAt } from '../places.ts';
import type { Exit } from '../reachable.ts';
import { seeThrough } from './see-through.ts';

/** A variable is set; perhaps only sometimes. */
export interface Move {
  movement: Movement;
  always: boolean;
}

/** Limits that say the same have the same key. */
export interface KeyedLimit extends Limit {
  key: string;
}

export interface LoopStep extends FlowEdge {
  /** By variable, and by count(variable) of lists: how it is set. */
  moves: ReadonlyMap<string, readonly Move[]>;
  limits: readonly KeyedLimit[];
}

interface Doing {
  view: ChartView;
  graph: FlowGraph;
  reader: BranchReader;
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

/** What a variable comes to by itself, when it holds nothing. */
function leavesNull({ reader }: Doing, { text, names }: Expression, variable: string): boolean {
  if ([...names].some((name) => name !== variable)) return false;
  const evaluated = reader.evaluator().evaluate(text, () => null);
  return evaluated.kind === 'value' && typeof evaluated.json === 'number';
}

function movementsBy(doing: Doing, action: Action): [string, Movement][] {
  if (action.do !== 'set') return [];
  const { variable, value } = action;
  const expression = doing.view.expressionOf(value);
  if (expression === null) return [[variable, unforeseen]];
  const added = itemsAdded(expression, variable);
  const isGiven = (path: string): boolean => path === 'now' || doing.reader.isGiven(path);
  const own = { leavesNull: leavesNull(doing, expression, variable), isGiven };
  return [
    [variable, movementOf(expression, variable, own)],
    [`count(${variable})`, added === null ? unforeseen : counting(added)],
  ];
}

/** Each action is read once, however many steps do it. */
function moveReader(doing: Doing): (action: Action) => readonly [string, Movement][] {
  const known = new Map<Action, readonly [string, Movement][]>();
  return (action) => {
    const movements = known.get(action) ?? movementsBy(doing, action);
    known.set(action, movements);
    return movements;
  };
}

/** What is left out sometimes cannot be counted on; nor does it harm when it only counts on. */
function movesOn(doing: Doing, edge: FlowEdge, read: ReturnType<typeof moveReader>): LoopStep['moves'] {
  const moves = new Map<string, Move[]>();
  const note = (action: Action, always: boolean): void => {
    for (const [variable, movement] of read(action))
      moves.set(variable, [...(moves.get(variable) ?? []), { movement, always }]);
  };
  for (const { action } of actionsOn(doing.view, edge)) note(action, action.guard === undefined);
  for (const { action } of [...edge.perhaps, ...doneMeanwhile(doing, edge)]) note(action, false);
  return moves;
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
  const read = (text: string | undefined) => {
    const guard = text === undefined ? null : reader.guardOf(text);
    return guard && seeThrough(view, guard);
  };
  const own = read(exit.transition.guard);
  return [
    ...(own ? limitsWhen(own) : []),
    ...triedBefore(view, exit).flatMap(({ guard }) => {
      const before = read(guard);
      return before ? limitsUnless(before, domainOf) : [];
    }),
  ];
}

const termText = ({ limit }: Limit): string =>
  limit.kind === 'literal' ? JSON.stringify(limit.value) : limit.text;

const keyOf = (limit: Limit): string =>
  [limit.variable, limit.side, limit.strict, limit.orNull, termText(limit)].join(' ');

/** Each step is read once, however many ways round it is part of. */
export function stepReader(doing: Doing): (edge: FlowEdge) => LoopStep {
  const { view, reader } = doing;
  const read = moveReader(doing);
  const limits = new Map<string, KeyedLimit[]>();
  const limitsOf = (exit: Exit): KeyedLimit[] => {
    const known =
      limits.get(exit.place) ??
      limitsBy(view, reader, exit).map((limit) => ({ ...limit, key: keyOf(limit) }));
    limits.set(exit.place, known);
    return known;
  };
  return (edge) => ({ ...edge, moves: movesOn(doing, edge, read), limits: edge.taken.flatMap(limitsOf) });
}
