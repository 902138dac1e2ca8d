// The stages of a cycle as a tree of nodes with the cycle itself as its root, and each node's transitions:
// what the algorithm of the SCXML recommendation (Appendix D) walks over. Made once, never changed.
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { doneEventOf, hears, isPattern } from '../structure/event-names.ts';
import {
  beginsAt,
  eventTypeOf,
  type PlacedAction,
  type PlacedTransition,
  placeActions,
  targetsOf,
  transitionsOfCycle,
  transitionsOfStage,
} from '../structure/transitions.ts';

/** No stage can be called so. */
export const rootId = '(cycle)';

export interface ChartTransition {
  readonly placed: PlacedTransition;
  readonly source: ChartNode;
  readonly targets: readonly ChartNode[];
  readonly actions: readonly PlacedAction[];
}

interface Listening {
  readonly descriptor: string;
  readonly transitions: readonly ChartTransition[];
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
  /** What is done on that way. */
  readonly firstActions: readonly PlacedAction[];
  readonly deep: boolean;
  readonly always: readonly ChartTransition[];
  /** By the type of the event that they wait for. */
  readonly exact: ReadonlyMap<string, readonly ChartTransition[]>;
  /** By a pattern, the longest first. */
  readonly patterns: readonly Listening[];
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

const none: readonly ChartTransition[] = [];

/** In the order in which they are tried. */
export function transitionsFor(node: ChartNode, type: string): readonly ChartTransition[] {
  const exact = node.exact.get(type) ?? none;
  if (node.patterns.length === 0) return exact;
  const wider = node.patterns.filter(({ descriptor }) => hears(descriptor, type));
  return [...exact, ...wider.flatMap(({ transitions }) => transitions)];
}

type Growing = { -readonly [Key in keyof ChartNode]: ChartNode[Key] } & { children: ChartNode[] };

interface Growth {
  nodes: Map<StageId, Growing>;
  /** What refers to other nodes and so waits until all of them are there: containers before histories. */
  containers: (() => void)[];
  others: (() => void)[];
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
    firstActions: [],
    deep: false,
    always: [],
    exact: new Map(),
    patterns: [],
  };
  growth.nodes.set(id, node);
  return node;
}

/** The document has no structural faults, so each id is there; without one there is nothing to go to. */
const find = ({ nodes }: Growth, ids: readonly StageId[]): ChartNode[] =>
  ids.flatMap((id) => nodes.get(id) ?? []);

const heardAs = (node: ChartNode, { trigger }: PlacedTransition): string =>
  trigger.kind === 'done' ? doneEventOf(node.id) : eventTypeOf(trigger);

function attach(growth: Growth, node: Growing, transitions: readonly PlacedTransition[]): void {
  const listening = new Map<string, ChartTransition[]>();
  const always: ChartTransition[] = [];
  for (const placed of transitions) {
    const made: ChartTransition = {
      placed,
      source: node,
      targets: find(growth, targetsOf(placed.transition)),
      actions: placeActions(placed.transition.do, `${placed.place}/do`),
    };
    const type = heardAs(node, placed);
    if (placed.trigger.kind === 'always') always.push(made);
    else listening.set(type, [...(listening.get(type) ?? []), made]);
  }
  node.always = always;
  node.exact = new Map([...listening].filter(([descriptor]) => !isPattern(descriptor)));
  node.patterns = [...listening]
    .filter(([descriptor]) => isPattern(descriptor))
    .map(([descriptor, own]) => ({ descriptor, transitions: own }))
    .sort((a, b) => b.descriptor.length - a.descriptor.length);
}

function growBeginning(growth: Growth, node: Growing, container: Beginning, place: string): void {
  node.first = find(growth, beginsAt(container));
  node.firstActions = placeActions(container.begin?.do, `${place}begin/do`);
}

/**
 * Without a place of its own, history begins where its container does. In a parallel one any stage brings in all;
 * a container that begins in its history cannot say where that begins, but for its initial stage.
 */
function firstOfHistory(growth: Growth, container: Growing, initial: StageId | undefined): ChartNode[] {
  if (container.kind === 'parallel') return container.children.slice(0, 1);
  const { first } = container;
  return first.some(({ kind }) => kind === 'history')
    ? find(growth, initial === undefined ? [] : [initial])
    : [...first];
}

type Beginning = Pick<Cycle, 'initial' | 'begin'>;

interface Surroundings {
  parent: Growing;
  initial: StageId | undefined;
  at: string;
}

function growStage(
  growth: Growth,
  [id, stage]: [StageId, Stage],
  { parent, initial, at }: Surroundings,
): void {
  const node = makeNode(growth, id, kindOf(stage), parent);
  const place = `${at}stages/${id}`;
  if (stage.type === 'history') {
    node.deep = stage.history === 'deep';
    node.firstActions = placeActions(stage.do, `${place}/do`);
    growth.others.push(() => {
      const own = find(growth, targetsOf(stage));
      node.first = own.length > 0 ? own : firstOfHistory(growth, parent, initial);
    });
    return;
  }
  parent.children.push(node);
  growth.others.push(() => attach(growth, node, transitionsOfStage(id, stage, place)));
  if (!('stages' in stage)) return;
  const compound = 'initial' in stage ? stage : undefined;
  growStages(growth, stage.stages, { parent: node, initial: compound?.initial, at: `${place}/` });
  if (compound) growth.containers.push(() => growBeginning(growth, node, compound, `${place}/`));
}

function growStages(growth: Growth, stages: Stages, around: Surroundings): void {
  for (const entry of Object.entries(stages)) growStage(growth, entry, around);
}

function startOf(root: ChartNode): ChartTransition {
  const placed: PlacedTransition = { trigger: { kind: 'always' }, transition: {}, place: '' };
  return { placed, source: root, targets: root.first, actions: root.firstActions };
}

/** The cycle's document has to be free of structural faults. */
export function growTree(cycle: Cycle): ChartTree {
  const growth: Growth = { nodes: new Map(), containers: [], others: [] };
  const root = makeNode(growth, rootId, 'compound', null);
  growStages(growth, cycle.stages, { parent: root, initial: cycle.initial, at: '' });
  growBeginning(growth, root, cycle, '');
  for (const settle of [...growth.containers, ...growth.others]) settle();
  attach(growth, root, transitionsOfCycle(cycle));
  const nodes = [...growth.nodes.values()];
  return {
    root,
    nodes: growth.nodes,
    histories: nodes.filter(({ kind }) => kind === 'history'),
    restless: nodes.some(({ always }) => always.length > 0),
    start: startOf(root),
  };
}
