// The stages of a cycle as a tree of nodes with the cycle itself as its root, and each node's transitions:
// what the algorithm of the SCXML recommendation (Appendix D) walks over. Made once, never changed.
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import {
  eventTypeOf,
  type PlacedAction,
  type PlacedTransition,
  placeActions,
  transitionsOfCycle,
  transitionsOfStage,
} from '../structure/transitions.ts';
import { doneEventOf } from './done.ts';

/** No stage can be called so. */
export const rootId = '(cycle)';

export interface ChartTransition {
  readonly placed: PlacedTransition;
  readonly source: ChartNode;
  readonly targets: readonly ChartNode[];
  readonly actions: readonly PlacedAction[];
}

export interface ChartNode {
  readonly id: StageId;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly parent: ChartNode | null;
  /** Counts up in document order, a container before what is in it. */
  readonly order: number;
  /** Without history stages, which are never entered themselves. */
  readonly children: readonly ChartNode[];
  /** Where a container starts, and where a history stage goes while there is no history. */
  readonly first: readonly ChartNode[];
  readonly deep: boolean;
  readonly always: readonly ChartTransition[];
  /** By the type of the event that they wait for. */
  readonly listening: ReadonlyMap<string, readonly ChartTransition[]>;
}

export interface ChartTree {
  readonly root: ChartNode;
  readonly nodes: ReadonlyMap<StageId, ChartNode>;
  readonly histories: readonly ChartNode[];
  /** Whether any transition waits for nothing. */
  readonly restless: boolean;
  /** How a plan gets into its first stages. */
  readonly start: ChartTransition;
}

type Growing = { -readonly [Key in keyof ChartNode]: ChartNode[Key] } & { children: ChartNode[] };

interface Growth {
  nodes: Map<StageId, Growing>;
  /** What refers to other nodes and so waits until all of them are there. */
  later: (() => void)[];
}

const kindOf = (stage: Stage): ChartNode['kind'] => {
  if (stage.type === 'history' || stage.type === 'final' || stage.type === 'parallel') return stage.type;
  return 'stages' in stage ? 'compound' : 'atomic';
};

function makeNode(growth: Growth, id: StageId, kind: ChartNode['kind'], parent: Growing | null): Growing {
  const node: Growing = {
    id,
    kind,
    parent,
    order: growth.nodes.size,
    children: [],
    first: [],
    deep: false,
    always: [],
    listening: new Map(),
  };
  growth.nodes.set(id, node);
  return node;
}

/** The document has no structural faults, so each id is there; without one there is nothing to go to. */
const find = ({ nodes }: Growth, ids: readonly (StageId | undefined)[]): ChartNode[] =>
  ids.flatMap((id) => nodes.get(id ?? '') ?? []);

function attach(growth: Growth, node: Growing, transitions: readonly PlacedTransition[]): void {
  const all = transitions.map(
    (placed): ChartTransition => ({
      placed,
      source: node,
      targets: find(growth, [placed.transition.to]),
      actions: placeActions(placed.transition.do, `${placed.place}/do`),
    }),
  );
  const listening = new Map<string, ChartTransition[]>();
  for (const transition of all) {
    if (transition.placed.trigger.kind === 'always') continue;
    const type = heardAs(node, transition.placed);
    listening.set(type, [...(listening.get(type) ?? []), transition]);
  }
  node.always = all.filter(({ placed }) => placed.trigger.kind === 'always');
  node.listening = listening;
}

const heardAs = (node: ChartNode, { trigger }: PlacedTransition): string =>
  trigger.kind === 'done' ? doneEventOf(node.id) : eventTypeOf(trigger);

/** Without a place of its own, history begins where its container does; in a parallel one any stage brings in all. */
const firstOfHistory = (container: Growing): readonly ChartNode[] =>
  container.kind === 'parallel' ? container.children.slice(0, 1) : container.first;

function growStage(growth: Growth, [id, stage]: [StageId, Stage], parent: Growing, at: string): void {
  const node = makeNode(growth, id, kindOf(stage), parent);
  const place = `${at}stages/${id}`;
  if (stage.type === 'history') {
    node.deep = stage.history === 'deep';
    growth.later.push(() => {
      const own = find(growth, [stage.to]);
      node.first = own.length > 0 ? own : firstOfHistory(parent);
    });
    return;
  }
  parent.children.push(node);
  if ('stages' in stage) growStages(growth, stage.stages, node, `${place}/`);
  if ('initial' in stage) growth.later.unshift(() => (node.first = find(growth, [stage.initial])));
  growth.later.push(() => attach(growth, node, transitionsOfStage(id, stage, place)));
}

function growStages(growth: Growth, stages: Stages, parent: Growing, at: string): void {
  for (const entry of Object.entries(stages)) growStage(growth, entry, parent, at);
}

/** The cycle's document has to be free of structural faults. */
export function growTree(cycle: Cycle): ChartTree {
  const growth: Growth = { nodes: new Map(), later: [] };
  const root = makeNode(growth, rootId, 'compound', null);
  growStages(growth, cycle.stages, root, '');
  root.first = find(growth, [cycle.initial]);
  for (const settle of growth.later) settle();
  attach(growth, root, transitionsOfCycle(cycle));
  const placed: PlacedTransition = { trigger: { kind: 'always' }, transition: {}, place: 'initial' };
  return {
    root,
    nodes: growth.nodes,
    histories: [...growth.nodes.values()].filter(({ kind }) => kind === 'history'),
    restless: [...growth.nodes.values()].some(({ always }) => always.length > 0),
    start: { placed, source: root, targets: root.first, actions: [] },
  };
}
