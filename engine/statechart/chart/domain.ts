// Which stages a transition leaves: SCXML Appendix D, getTransitionDomain and computeExitSet.
// XState 5 takes the least common ancestor of any kind as the domain, and lets an internal transition of a
// parallel stage stay in it; the recommendation (3.13) asks for the least common *compound* ancestor in both.
import type { StageId } from '../../model/ids.ts';
import type { ChartNode, ChartTransition } from './tree.ts';

/** The containers of a node, innermost first; without a container it is the cycle itself. */
export function ancestorsOf(node: ChartNode, upTo: ChartNode | null = null): ChartNode[] {
  const line: ChartNode[] = [];
  for (let at = node.parent; at !== null && at !== upTo; at = at.parent) line.push(at);
  return line;
}

export function isInside(node: ChartNode, container: ChartNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at === container) return true;
  return false;
}

export const inDocumentOrder = (a: ChartNode, b: ChartNode): number => a.order - b.order;

/** Where a plan is, and where history stages lead back to. */
export interface Configuration {
  /** With the cycle itself and all containers. */
  readonly active: ReadonlySet<ChartNode>;
  readonly history: ReadonlyMap<StageId, readonly ChartNode[]>;
}

/** A history stage stands for what it leads back to, or for where it begins. */
function effectiveTargets(targets: readonly ChartNode[], at: Configuration): ChartNode[] {
  return targets.flatMap((target) => {
    if (target.kind !== 'history') return [target];
    return at.history.get(target.id) ?? effectiveTargets(target.first, at);
  });
}

const leastCommonCompound = (source: ChartNode, targets: readonly ChartNode[]): ChartNode | undefined =>
  ancestorsOf(source).find(
    (container) => container.kind === 'compound' && targets.every((target) => isInside(target, container)),
  );

/** What stays active around all that the transition leaves and enters; null when it only acts. */
export function domainOf({ source, targets, placed }: ChartTransition, at: Configuration): ChartNode | null {
  const effective = effectiveTargets(targets, at);
  if (effective.length === 0) return null;
  const staysInside =
    placed.transition.internal === true &&
    source.kind === 'compound' &&
    effective.every((target) => isInside(target, source));
  return staysInside ? source : (leastCommonCompound(source, effective) ?? rootOf(source));
}

function rootOf(node: ChartNode): ChartNode {
  let at = node;
  while (at.parent !== null) at = at.parent;
  return at;
}

export function exitSet(domain: ChartNode | null, { active }: Configuration): Set<ChartNode> {
  if (domain === null) return new Set();
  return new Set([...active].filter((node) => isInside(node, domain)));
}
