// Where plans can stand and what takes them on, as one graph for all rules on the flow: exact where every standing
// could be looked at, else one node for each stage without stages inside, with every way that there might be.
import type { StageId } from '../model/ids.ts';
import type { ChartNode, ChartTransition, ChartTree } from '../statechart/chart/tree.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { beginsAt, type PlacedAction, placeActions, targetsOf } from '../statechart/structure/transitions.ts';
import type { ChartView } from './chart-view.ts';
import { enters } from './chart-view.ts';
import { leavesReader, remembered, stayingContainer, type Ways } from './exits.ts';
import type { Exploration } from './explore/explore.ts';
import type { Moved } from './explore/move.ts';
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
  /** What is done on the way into containers. */
  begins: readonly PlacedAction[];
  /** What may be done besides, where ways are looked at coarsely. */
  perhaps: readonly PlacedAction[];
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

export function ownActions(view: ChartView, id: StageId, when: 'entry' | 'exit'): PlacedAction[] {
  const entry = view.index.get(id);
  if (!entry || entry.stage.type === 'history') return [];
  return placeActions(entry.stage[when], `${entry.place}/${when}`);
}

/** What is done on the way, in order. */
export const actionsOn = (view: ChartView, { taken, left, entered, begins }: FlowEdge): PlacedAction[] => [
  ...left.flatMap((id) => ownActions(view, id, 'exit')),
  ...taken.flatMap(({ transition, place }) => placeActions(transition.do, `${place}/do`)),
  ...entered.flatMap((id) => ownActions(view, id, 'entry')),
  ...begins,
];

/** The stages whose transitions are taken on the way round, in document order. */
export function movedBy(view: ChartView, { nodes }: FlowGraph, round: readonly FlowEdge[]): StageId[] {
  const standing = new Set(round.flatMap(({ from }) => nodes[from]?.leaves ?? []));
  const owners = new Set(round.flatMap(({ taken }) => taken.map(({ owner }) => owner)));
  const moving = view.stages
    .map(({ id }) => id)
    .filter((id) => standing.has(id) && lineage(view.index, id).some((around) => owners.has(around.id)));
  return moving.length > 0 ? moving : [...standing];
}

function exitReader({ root }: ChartTree): (transition: ChartTransition) => Exit {
  const known = new Map<ChartTransition, Exit>();
  return (transition) => {
    const { placed, source } = transition;
    const exit = known.get(transition) ?? { ...placed, owner: source === root ? null : source.id };
    known.set(transition, exit);
    return exit;
  };
}

const idsOf = (nodes: Iterable<ChartNode>): StageId[] => [...nodes].map(({ id }) => id);

type Way = Pick<FlowEdge, 'left' | 'entered' | 'begins'>;

const nowhere: Way = { left: [], entered: [], begins: [] };

/** What moved alike is read once. */
function wayReader(): (moved: Moved | null) => Way {
  const known = new Map<Moved | null, Way>([[null, nowhere]]);
  return (moved) => {
    const way = known.get(moved) ?? {
      left: idsOf(moved?.left ?? []),
      entered: (moved?.entered ?? []).map(({ node }) => node.id),
      begins: (moved?.entered ?? []).flatMap(({ begins }) => begins),
    };
    known.set(moved, way);
    return way;
  };
}

export function exactGraph({ tree, standings, steps, starts }: Exploration): FlowGraph {
  const exitOf = exitReader(tree);
  const wayOf = wayReader();
  return {
    nodes: standings.map(({ place: { active, leaves }, ended, settled, queue }) => ({
      active: idsOf(active).filter((id) => id !== tree.root.id),
      leaves: idsOf(leaves),
      ended,
      resting: settled && queue.length === 0,
    })),
    edges: steps.map(({ from, to, taken, moved, event, immediate }) => ({
      ...wayOf(moved),
      from,
      to,
      taken: taken.map(exitOf),
      perhaps: [],
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

/** A container may be entered as a whole or not, and a history may lead back to all that is around it. */
function perhapsDone(view: ChartView, exit: Exit, entered: readonly StageId[]): PlacedAction[] {
  const back = [...new Set(targetsOf(exit.transition).flatMap((to) => remembered(view, to)))].filter(
    (id) => !entered.includes(id),
  );
  const beginsOf = (id: StageId): PlacedAction[] => {
    const entry = view.index.get(id);
    const begin = entry && 'begin' in entry.stage ? entry.stage.begin : undefined;
    return placeActions(begin?.do, `${entry?.place}/begin/do`);
  };
  const around = new Set([...entered, ...back]);
  const histories = view.stages.flatMap(({ stage, parent, place }) =>
    stage.type === 'history' && parent !== null && around.has(parent)
      ? placeActions(stage.do, `${place}/do`)
      : [],
  );
  return [
    ...back.flatMap((id) => ownActions(view, id, 'entry')),
    ...[...around].flatMap(beginsOf),
    ...histories,
  ];
}

/** Each transition is looked at once, however many stages share it. */
function perhapsReader(view: ChartView): (exit: Exit, entered: readonly StageId[]) => PlacedAction[] {
  const known = new Map<string, PlacedAction[]>();
  return (exit, entered) => {
    const found = known.get(exit.place) ?? perhapsDone(view, exit, entered);
    known.set(exit.place, found);
    return found;
  };
}

export function coarseGraph(view: ChartView, ways: Ways): FlowGraph {
  const numbers = new Map(ways.leaves.map(({ id }, number) => [id, number]));
  const entered = leavesReader(view);
  const perhaps = perhapsReader(view);
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
        const edge = {
          from,
          taken: [exit],
          left,
          entered: arriving,
          begins: [],
          perhaps: perhaps(exit, arriving),
          event: eventOf(exit),
        };
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
