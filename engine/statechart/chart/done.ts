// Which containers a final stage completes: SCXML 3.7 for its own, 3.4 for the parallel ones around that,
// once all their parts are done.
import type { StageId } from '../../model/ids.ts';
import type { ChartNode } from './tree.ts';

function isDone(node: ChartNode, active: ReadonlySet<StageId>): boolean {
  if (node.kind === 'final') return true;
  if (node.kind === 'compound') {
    return node.children.some((child) => child.kind === 'final' && active.has(child.id));
  }
  return node.kind === 'parallel' && node.children.every((part) => isDone(part, active));
}

/** Innermost first; none for a final stage at the top, which ends the plan. */
export function completedBy(final: ChartNode, active: ReadonlySet<StageId>): StageId[] {
  const own = final.parent?.kind === 'compound' && final.parent.parent !== null ? [final.parent.id] : [];
  const done: StageId[] = [...own];
  let around = own.length > 0 ? final.parent?.parent : final.parent;
  while (around?.kind === 'parallel' && isDone(around, active)) {
    done.push(around.id);
    around = around.parent;
  }
  return done;
}
