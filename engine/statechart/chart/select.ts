// Which transitions are taken: SCXML Appendix D, selectTransitions and removeConflictingTransitions.
// From each innermost active stage outwards, the first whose guard holds; two that would leave the same stage
// cannot both be taken. XState 5 asks no stage around a parallel one once any part of it has answered, and takes
// the parts in the order in which they were entered; the recommendation asks for each part, in document order.
import { type Configuration, domainOf, exitSet, inDocumentOrder, isInside } from './domain.ts';
import type { ChartNode, ChartTransition } from './tree.ts';

const isInnermost = ({ kind }: ChartNode): boolean => kind === 'atomic' || kind === 'final';

/** The active stages that hold no others, in document order. */
export const innermostOf = (active: Iterable<ChartNode>): ChartNode[] =>
  [...active].filter(isInnermost).sort(inDocumentOrder);

type Ask = (node: ChartNode) => ChartTransition | undefined;

function askOutwards(innermost: ChartNode, ask: Ask): ChartTransition | undefined {
  for (let node: ChartNode | null = innermost; node !== null; node = node.parent) {
    const transition = ask(node);
    if (transition) return transition;
  }
  return undefined;
}

/** Stages around several others are asked once. */
function askOnce(ask: Ask): Ask {
  const asked = new Map<ChartNode, ChartTransition | undefined>();
  return (node) => {
    if (!asked.has(node)) asked.set(node, ask(node));
    return asked.get(node);
  };
}

/** `first` gives the first transition of a stage that may be taken now. */
export function selectTransitions(
  at: Configuration,
  first: Ask,
  innermost: readonly ChartNode[] = innermostOf(at.active),
): ChartTransition[] {
  const [only] = innermost;
  if (only && innermost.length === 1) {
    const transition = askOutwards(only, first);
    return transition ? [transition] : [];
  }
  const ask = askOnce(first);
  const enabled = new Set<ChartTransition>();
  for (const node of innermost) {
    const transition = askOutwards(node, ask);
    if (transition) enabled.add(transition);
  }
  return enabled.size > 1 ? withoutConflicts([...enabled], at) : [...enabled];
}

interface Candidate {
  transition: ChartTransition;
  leaves: ReadonlySet<ChartNode>;
}

const conflict = (a: Candidate, b: Candidate): boolean => [...a.leaves].some((node) => b.leaves.has(node));

/** The inner one wins; of two side by side, the one that comes first in the document. */
function withoutConflicts(enabled: readonly ChartTransition[], at: Configuration): ChartTransition[] {
  let kept: Candidate[] = [];
  for (const transition of enabled) {
    const next = { transition, leaves: exitSet(domainOf(transition, at), at) };
    const rivals = kept.filter((other) => conflict(next, other));
    const wins = rivals.every((other) => isInside(transition.source, other.transition.source));
    if (wins) kept = [...kept.filter((other) => !rivals.includes(other)), next];
  }
  return kept.map(({ transition }) => transition);
}
