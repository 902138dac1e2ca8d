// Which stages a transition enters: SCXML Appendix D, computeEntrySet, with what history leads back to
// and where containers start. XState is given the innermost of them; their containers follow from those.
import type { StageId } from '../../model/ids.ts';
import type { PlacedAction } from '../structure/transitions.ts';
import { ancestorsOf, type Configuration, inDocumentOrder, isInside } from './domain.ts';
import type { ChartNode } from './tree.ts';

interface Entry {
  readonly nodes: Set<ChartNode>;
  /** Containers entered as a whole: they begin where they say. */
  readonly wholes: Set<ChartNode>;
  /** Histories that had nothing to lead back to. */
  readonly fresh: Set<ChartNode>;
  /** History as it is once the stages have been left. */
  readonly history: Configuration['history'];
}

/** What the history stages of the containers left lead back to from now on. */
export function historyAfter(
  left: ReadonlySet<ChartNode>,
  histories: readonly ChartNode[],
  { active, history }: Configuration,
): Configuration['history'] {
  const own = histories.filter(({ parent }) => parent !== null && left.has(parent));
  if (own.length === 0) return history;
  const kept = (node: ChartNode): [StageId, ChartNode[]] => [node.id, remembered(node, active)];
  return new Map([...history, ...own.map(kept)]);
}

function remembered({ parent, deep }: ChartNode, active: ReadonlySet<ChartNode>): ChartNode[] {
  const inside = [...active].filter((node) =>
    deep ? node.children.length === 0 && parent !== null && isInside(node, parent) : node.parent === parent,
  );
  return inside.sort(inDocumentOrder);
}

function enterDown(entry: Entry, node: ChartNode): void {
  if (node.kind === 'history') {
    const remembered = entry.history.get(node.id);
    const targets = remembered ?? node.first;
    if (!remembered) entry.fresh.add(node);
    for (const target of targets) enterDown(entry, target);
    for (const target of targets) enterAround(entry, target, node.parent);
    return;
  }
  entry.nodes.add(node);
  if (node.kind === 'parallel') enterRegions(entry, node);
  if (node.kind !== 'compound') return;
  entry.wholes.add(node);
  for (const start of node.first) enterDown(entry, start);
  for (const start of node.first) enterAround(entry, start, node);
}

/** The containers up to one that is active already, with the other regions of those that are parallel. */
function enterAround(entry: Entry, node: ChartNode, upTo: ChartNode | null): void {
  for (const container of ancestorsOf(node, upTo)) {
    entry.nodes.add(container);
    if (container.kind === 'parallel') enterRegions(entry, container);
  }
}

function enterRegions(entry: Entry, parallel: ChartNode): void {
  for (const region of parallel.children) {
    const isEntered = [...entry.nodes].some((node) => node === region || isInside(node, region));
    if (!isEntered) enterDown(entry, region);
  }
}

export interface Entered {
  /** The innermost stages entered, in document order. */
  innermost: ChartNode[];
  /** Ways into containers on which something is done: 3.3.2 first, then 3.10. */
  begins: [StageId, readonly PlacedAction[]][];
}

export function enteredBy(
  targets: readonly ChartNode[],
  domain: ChartNode,
  history: Configuration['history'],
): Entered {
  const entry: Entry = { nodes: new Set(), wholes: new Set(), fresh: new Set(), history };
  for (const target of targets) enterDown(entry, target);
  for (const target of targets) enterAround(entry, target, domain);
  const acting = [...entry.wholes, ...entry.fresh].filter(({ firstActions }) => firstActions.length > 0);
  return {
    innermost: [...entry.nodes].filter((node) => node.children.length === 0).sort(inDocumentOrder),
    begins: acting.map((node) => [beginningIn(node), node.firstActions]),
  };
}

/** A history's way is one into its container. */
const beginningIn = (node: ChartNode): StageId =>
  node.kind === 'history' ? (node.parent?.id ?? '') : node.id;
