// Where a set of transitions takes a plan: what it leaves and enters, and which ends that brings about. It is the
// engine's own algorithm, without the actions.
import type { StageId } from '../../model/ids.ts';
import { type Configuration, domainOf, exitSet, inDocumentOrder } from '../../statechart/chart/domain.ts';
import { completedBy } from '../../statechart/chart/done.ts';
import { enteredBy, historyAfter } from '../../statechart/chart/entry.ts';
import type { ChartNode, ChartTransition, ChartTree } from '../../statechart/chart/tree.ts';
import type { PlacedAction } from '../../statechart/structure/transitions.ts';

export type Memory = Configuration['history'];

/** An innermost stage and all around it; what was entered on the way into it is done after its entry. */
export interface Entered {
  node: ChartNode;
  begins: readonly PlacedAction[];
  /** The containers that it brings to their end. */
  done: readonly StageId[];
}

/** Where a plan is: one object for each, so that what was found out of it is known again. */
export interface Place extends Configuration {
  /** The innermost active stages, in document order. */
  leaves: readonly ChartNode[];
}

export interface Moved {
  place: Place;
  /** Innermost and last first. */
  left: readonly ChartNode[];
  /** In document order. */
  entered: readonly Entered[];
  ended: boolean;
}

const isInnermost = ({ kind }: ChartNode): boolean => kind === 'atomic' || kind === 'final';

const orders = (nodes: readonly ChartNode[]): string => nodes.map(({ order }) => order).join();

const memoryKey = (memory: Memory): string =>
  [...memory]
    .map(([id, kept]) => `${id}:${orders(kept)}`)
    .sort()
    .join(' ');

export type PlaceOf = (leaves: readonly ChartNode[], memory: Memory) => Place;

export function makePlaces(): PlaceOf {
  const places = new Map<string, Place>();
  return (leaves, memory) => {
    const key = memory.size === 0 ? orders(leaves) : `${orders(leaves)}|${memoryKey(memory)}`;
    const place = places.get(key) ?? { leaves, active: activeWith(leaves), history: memory };
    places.set(key, place);
    return place;
  };
}

/** With all containers and the cycle itself. */
function activeWith(leaves: readonly ChartNode[]): Set<ChartNode> {
  const active = new Set<ChartNode>();
  for (const leaf of leaves) for (let at: ChartNode | null = leaf; at; at = at.parent) active.add(at);
  return active;
}

interface Arrival {
  innermost: ChartNode[];
  begins: Map<StageId, PlacedAction[]>;
}

function arrivalOf(
  taken: readonly ChartTransition[],
  domains: readonly (ChartNode | null)[],
  memory: Memory,
): Arrival {
  const innermost: ChartNode[] = [];
  const begins = new Map<StageId, PlacedAction[]>();
  for (const [place, { targets }] of taken.entries()) {
    const domain = domains[place];
    if (!domain) continue;
    const entry = enteredBy(targets, domain, memory);
    innermost.push(...entry.innermost);
    for (const [id, actions] of entry.begins) begins.set(id, [...(begins.get(id) ?? []), ...actions]);
  }
  return { innermost, begins };
}

function enter(staying: ReadonlySet<ChartNode>, { innermost, begins }: Arrival): Entered[] {
  const active = new Set([...staying].map(({ id }) => id));
  const arriving = [...activeWith(innermost)].filter((node) => !staying.has(node) && node.parent !== null);
  return arriving.sort(inDocumentOrder).map((node) => {
    active.add(node.id);
    const done = node.kind === 'final' ? completedBy(node, active) : [];
    return { node, begins: begins.get(node.id) ?? [], done };
  });
}

export interface Ground {
  tree: ChartTree;
  placeOf: PlaceOf;
}

/** `taken` do not get into each other's way. */
export function move({ tree, placeOf }: Ground, at: Configuration, taken: readonly ChartTransition[]): Moved {
  const domains = taken.map((transition) => domainOf(transition, at));
  const left = new Set(domains.flatMap((domain) => [...exitSet(domain, at)]));
  const memory = left.size === 0 ? at.history : historyAfter(left, tree.histories, at);
  const staying = new Set([...at.active].filter((node) => !left.has(node)));
  const entered = enter(staying, arrivalOf(taken, domains, memory));
  const leaves = [...staying, ...entered.map(({ node }) => node)].filter(isInnermost);
  return {
    place: placeOf(leaves.sort(inDocumentOrder), memory),
    left: [...left].sort(inDocumentOrder).reverse(),
    entered,
    ended: entered.some(({ node }) => node.kind === 'final' && node.parent === tree.root),
  };
}
