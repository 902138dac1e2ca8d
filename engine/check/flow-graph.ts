// Where plans can stand and what takes them on, as one graph for all rules on the flow: exact where every standing
// could be looked at, else one node for each stage without stages inside, with every way that there might be.
import type { Action } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { beginsAt, targetsOf } from '../statechart/structure/transitions.ts';
import type { ChartView } from './chart-view.ts';
import { enters } from './chart-view.ts';
import { leavesReader, stayingContainer, type Ways } from './exits.ts';
import type { Branch, ChartModel } from './explore/chart-model.ts';
import type { Exploration } from './explore/explore.ts';
import type { Exit } from './reachable.ts';

export interface FlowNode {
  /** The stages that are active, containers too. */
  active: readonly StageId[];
  /** Those without stages inside, in document order. */
  leaves: readonly StageId[];
  ended: boolean;
  /** The plan waits there for something to happen. */
  resting: boolean;
}

export interface FlowEdge {
  from: number;
  to: number;
  taken: readonly Exit[];
  left: readonly StageId[];
  entered: readonly StageId[];
  /** The event that came, or null. */
  event: string | null;
  /** It follows at once, without anything having to happen. */
  immediate: boolean;
}

export interface FlowGraph {
  nodes: readonly FlowNode[];
  edges: readonly FlowEdge[];
  starts: readonly number[];
  /** False: there may be fewer ways than it has. */
  exact: boolean;
}

/** What is done on the way, in order. */
export function actionsOn(view: ChartView, { taken, left, entered }: FlowEdge): Action[] {
  const of = (id: StageId, when: 'entry' | 'exit'): readonly Action[] => {
    const stage = view.index.get(id)?.stage;
    return stage && stage.type !== 'history' ? (stage[when] ?? []) : [];
  };
  return [
    ...left.flatMap((id) => of(id, 'exit')),
    ...taken.flatMap(({ transition }) => transition.do ?? []),
    ...entered.flatMap((id) => of(id, 'entry')),
  ];
}

/** The stages whose transitions are taken on the way round, in document order. */
export function movedBy(view: ChartView, { nodes }: FlowGraph, round: readonly FlowEdge[]): StageId[] {
  const standing = new Set(round.flatMap(({ from }) => nodes[from]?.leaves ?? []));
  const owners = new Set(round.flatMap(({ taken }) => taken.map(({ owner }) => owner)));
  const moving = view.stages
    .map(({ id }) => id)
    .filter((id) => standing.has(id) && lineage(view.index, id).some((around) => owners.has(around.id)));
  return moving.length > 0 ? moving : [...standing];
}

export function exactGraph({ nodes }: ChartModel, { standings, steps, starts }: Exploration): FlowGraph {
  const idOf = (number: number): StageId => nodes[number]?.id ?? '';
  const isAtom = (number: number): boolean => ['atomic', 'final'].includes(nodes[number]?.kind ?? '');
  return {
    nodes: standings.map(({ configuration, ended, settled, queue }) => ({
      active: configuration.map(idOf),
      leaves: configuration.filter(isAtom).map(idOf),
      ended,
      resting: settled && queue.length === 0,
    })),
    edges: steps.map(({ from, to, taken, left, entered, event, immediate }) => ({
      from,
      to,
      taken: taken.map(({ exit }: Branch) => exit),
      left: left.map(idOf),
      entered: entered.map(idOf),
      event,
      immediate,
    })),
    starts,
    exact: true,
  };
}

const eventOf = ({ trigger }: Exit): string | null => {
  if (trigger.kind === 'event') return trigger.type;
  return trigger.kind === 'timer' ? `timer.${trigger.timerId}` : null;
};

/** A parallel stage is done only once its other parts are, so that its end is not immediate. */
const isImmediate = (view: ChartView, { trigger, owner }: Exit): boolean =>
  trigger.kind === 'always' ||
  (trigger.kind === 'done' && view.index.get(owner ?? '')?.stage.type !== 'parallel');

export function coarseGraph(view: ChartView, ways: Ways): FlowGraph {
  const numbers = new Map(ways.leaves.map(({ id }, number) => [id, number]));
  const entered = leavesReader(view);
  const isEnd = (id: StageId): boolean => {
    const entry = view.index.get(id);
    return entry?.parent === null && entry.stage.type === 'final';
  };
  const edgesOf = (from: number, leaf: StageId): FlowEdge[] => {
    if (isEnd(leaf)) return [];
    return [...(ways.exits.get(leaf) ?? []), ...ways.everywhere].flatMap((exit) => {
      const targets = targetsOf(exit.transition);
      const [to] = targets;
      if (to === undefined) return [];
      const top = stayingContainer(view, exit, to);
      const line = lineage(view.index, leaf).map(({ id }) => id);
      const left = top === null ? line : line.slice(0, line.indexOf(top));
      const arriving = [...enters(view, targets, top)];
      return entered(exit).flatMap((target) => {
        const number = numbers.get(target);
        const edge = { from, taken: [exit], left, entered: arriving, event: eventOf(exit) };
        return number === undefined ? [] : [{ ...edge, to: number, immediate: isImmediate(view, exit) }];
      });
    });
  };
  const first = enters(view, beginsAt(view.cycle));
  return {
    nodes: ways.leaves.map(({ id }) => ({
      active: lineage(view.index, id).map((entry) => entry.id),
      leaves: [id],
      ended: isEnd(id),
      resting: true,
    })),
    edges: ways.leaves.flatMap(({ id }, from) => edgesOf(from, id)),
    starts: ways.leaves.flatMap(({ id }, number) => (first.has(id) ? [number] : [])),
    exact: false,
  };
}
