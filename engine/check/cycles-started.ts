// The cycles that a cycle begins plans of, wherever one of its actions does.
import type { Cycle } from '../model/cycle.ts';

function* startedIn(part: unknown): Iterable<string> {
  if (typeof part !== 'object' || part === null) return;
  if ('do' in part && part.do === 'start' && 'cycle' in part && typeof part.cycle === 'string')
    yield part.cycle;
  for (const inner of Object.values(part)) yield* startedIn(inner);
}

/** Their ids, each once, in the order of the document. */
export const cyclesStarted = (cycle: Cycle): string[] => [...new Set(startedIn([cycle.stages, cycle.on]))];
